import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { StepId } from '#lib/domain/ids.ts';
import { ShownNameless } from './shown-nameless.svelte.ts';

test('S11 what I show without my name can be taken back, also after a reload', () => {
	const own = new Y.Doc();
	const [step, other] = ['a', 'b'] as StepId[] as [StepId, StepId];
	new ShownNameless(() => own, step).note('thought', true);
	const afterReload = new ShownNameless(() => own, step);
	expect(afterReload.fields).toEqual(['thought']);
	expect(new ShownNameless(() => own, other).fields).toEqual([]);
	afterReload.note('thought', false);
	expect(afterReload.fields).toEqual([]);
});
