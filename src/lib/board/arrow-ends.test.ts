import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersonId } from '#lib/domain/ids.ts';
import { BoardState } from './board-state.svelte.ts';
import type { OpenBoard } from './open-board.svelte.ts';
import { attach } from './thing-acts.ts';
import { thingKeys } from './thing-keys.ts';

const ANA = 'ana' as PersonId;

/** A board of Ana's with two notes and an arrow beside them. */
function anArrow() {
	const state = new BoardState({ doc: new Y.Doc(), template: 'blank', person: ANA });
	const note = (x: number) =>
		state.addNote('1', { kind: 'note', spot: { x, y: 500 }, tint: 'sun', pen: 'ink', words: 'sleep' });
	const [from, to] = [note(100), note(1000)];
	const id = state.addShape({
		...{ kind: 'arrow', stamp: null, pen: 'teal', sheet: '1', from: null, to: null, angle: 0 },
		...{ spot: { x: 300, y: 100 }, span: { x: 260, y: 0 } }
	});
	const arrow = () => state.shape(id)!;
	const said: string[] = [];
	const open = { state, mayWrite: () => true, say: (words: string) => said.push(words) };
	const press = (key: string) =>
		thingKeys(open as unknown as OpenBoard, arrow(), {
			...{ key, ctrlKey: true, altKey: false, metaKey: false, shiftKey: false },
			...{ preventDefault: () => undefined, stopPropagation: () => undefined }
		} as KeyboardEvent);
	return { state, from, to, arrow, press, said };
}

test('an arrow is attached to notes by name, follows them, and stays where it points when it is let go', () => {
	const { state, from, to, arrow } = anArrow();
	attach(state, arrow(), 'from', from);
	attach(state, arrow(), 'to', to);
	const before = state.endsOf(arrow());
	expect([before.start.x, before.end.x]).not.toEqual([300, 560]);
	state.shift([to], { dx: 0, dy: -300 });
	const after = state.endsOf(arrow());
	expect(after.end.y).toBeLessThan(before.end.y);
	attach(state, arrow(), 'to', null);
	expect(arrow()).toMatchObject({ from, to: null });
	const free = state.endsOf(arrow());
	expect(Math.abs(free.end.x - after.end.x)).toBeLessThan(2);
	expect(Math.abs(free.end.y - after.end.y)).toBeLessThan(2);
});

test('Control with an arrow key moves a free end, and leaves the other and an attached one as they are', () => {
	const { state, from, to, arrow, press, said } = anArrow();
	attach(state, arrow(), 'from', from);
	press('ArrowRight');
	expect(arrow()).toMatchObject({ from, to: null });
	expect(state.endsOf(arrow()).end.x).toBe(580);
	attach(state, arrow(), 'to', to);
	press('ArrowRight');
	expect(arrow()).toMatchObject({ from, to });
	expect(said).toHaveLength(1);
	state.remove([to]);
	press('ArrowRight');
	expect(said).toHaveLength(1);
});
