import { expect, test } from 'vitest';
import type { StepId } from '#lib/domain/ids.ts';
import type { PendingAnonymous } from '#lib/domain/room.ts';
import { consentsByField } from './consents.ts';

const step = 'step' as StepId;
const consent = (person: string, field = 'thought') =>
	({ person, step, field, label: 'Thought' }) as unknown as PendingAnonymous;

test('S11 two consents are not enough to show an answer without a name, three are', () => {
	const two = [consent('ana'), consent('ben')];
	expect(consentsByField(two, step)).toMatchObject([{ people: 2, enough: false }]);
	expect(consentsByField([...two, consent('jo')], step)).toMatchObject([{ people: 3, enough: true }]);
});

test('S11 consents to different answers are counted apart', () => {
	const mixed = [consent('ana'), consent('ben'), consent('jo', 'other')];
	expect(consentsByField(mixed, step).map(({ enough }) => enough)).toEqual([false, false]);
});
