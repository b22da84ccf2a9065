import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Content } from '../../server/sync/content.ts';
import { admitUpdate } from '../../server/sync/guard/admit-update.ts';
import { ProtocolError } from '../../server/sync/protocol-error.ts';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { boardJson } from '../../src/lib/domain/board-json.ts';
import { notesOf } from '../../src/lib/domain/board-notes.ts';
import { shapesOf } from '../../src/lib/domain/board-shape.ts';
import { strokesOf } from '../../src/lib/domain/board-strokes.ts';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { Drawer, seeded } from '../support/board-drawer.ts';

const HEAD: DocumentHead = {
	id: newId<'document'>(),
	kind: 'board',
	group: newId<'group'>(),
	session: newId<'session'>(),
	owner: null,
	step: null,
	breakout: null,
	readers: [],
	readsWhen: 'after-done'
};

/** What the guard says: a lock, or an allowance that is over, is not the sender's fault (4423). */
function admittedOf<Answer>(ask: () => Answer): Answer | 'locked' {
	try {
		return ask();
	} catch (error) {
		if (error instanceof ProtocolError && error.code === CLOSE.LOCKED) return 'locked';
		throw error;
	}
}

/** What stands on the board from people other than `person`: their words, shapes and ink, not where a leader put them. */
function workOfOthers(doc: Y.Doc, person: PersonId): string {
	const board = boardDocument(doc);
	const notes = notesOf(board).filter((note) => note.by !== person);
	const strokes = strokesOf(board).filter((stroke) => stroke.by !== person);
	const shapes = shapesOf(board).filter((shape) => shape.by !== person);
	return JSON.stringify([
		shapes.map(({ id, span, angle, layer }) => [id, span, angle, layer]).sort(),
		notes.map(({ id, words, tint }) => [id, words, tint]).sort(),
		strokes.map(({ id, ink }) => [id, ink]).sort()
	]);
}

/** Everything that only some seeds do, summed up over all of them: none of it is left out by chance. */
const done: Record<string, number> = {};

test('R57 P29 P38 five people who draw, write, resize, turn, erase, lock, allow, group, undo and lose the network end with the same board', () => {
	for (let seed = 1; seed <= 40; seed++) {
		const random = seeded(seed);
		const people = Array.from({ length: 5 }, (_, index) => new Drawer(random, index === 0));
		const server = new Content([], new Map());
		const sync = (drawer: Drawer) => {
			const update = Y.encodeStateAsUpdate(drawer.doc, server.stateVector());
			// The real guard: it throws at anything a person may not do.
			const sender = { person: drawer.person, mayWrite: () => true, leads: () => drawer.leads };
			const admitted = admittedOf(() =>
				admitUpdate(update, sender, { head: HEAD, content: server, size: 0 })
			);
			if (admitted === 'locked') return drawer.beginAnew(server.diff());
			expect(admitted).not.toBe('rests on what is missing');
			if (typeof admitted === 'object')
				for (const [client, person] of admitted.claims) server.owners.set(client, person);
			if (typeof admitted === 'object') server.apply(update);
			Y.applyUpdate(drawer.doc, server.diff(Y.encodeStateVector(drawer.doc)), 'server');
		};
		for (let round = 0; round < 120; round++) {
			const drawer = people[Math.floor(random() * people.length)]!;
			const before = workOfOthers(drawer.doc, drawer.person);
			const hasErased = drawer.somethingRandom();
			if (!hasErased) expect(workOfOthers(drawer.doc, drawer.person)).toBe(before);
			if (random() < 0.3) sync(drawer);
			if (random() < 0.05) drawer.reload();
		}
		for (const drawer of [...people, ...people]) sync(drawer);
		const boards = people.map((drawer) => JSON.stringify(boardJson(drawer.doc, { template: 'blank' })));
		expect(new Set(boards).size, `seed ${seed}`).toBe(1);
		// Not even what the guard would have let pass inside one's own notes.
		expect(
			people.flatMap((drawer) => drawer.othersDeleted),
			`seed ${seed}`
		).toEqual([]);
		for (const person of people)
			for (const [what, count] of Object.entries(person.done)) done[what] = (done[what] ?? 0) + count;
	}
	for (const [what, count] of Object.entries(done)) expect(count, what).toBeGreaterThan(0);
});
