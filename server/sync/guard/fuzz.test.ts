import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import { newId } from '../../../src/lib/domain/ids.ts';
import { Content } from '../content.ts';
import { ProtocolError } from '../protocol-error.ts';
import { admitUpdate } from './admit-update.ts';

const ana = newId<'person'>();
const ben = newId<'person'>();
const ROUNDS = 6_000;

/** Numbers that are the same in every run, so that a failure can be found again. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** An update of a board as people make them, by client 22. */
function someUpdate(random: () => number, base: Uint8Array): Uint8Array {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, base);
	doc.clientID = 22;
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	const note = new Y.Map();
	doc.getMap('notes').set(`b${random()}`, note);
	note.set('text', new Y.Text('une idée 🎈'));
	note.set('at', [random(), { x: 1, y: [true, null] }]);
	doc.getArray('strokes').push([{ points: [1, 2, 3] }, new Uint8Array([1, 2])]);
	if (random() < 0.5) note.delete('at');
	return Y.mergeUpdates(updates);
}

function mutate(update: Uint8Array, random: () => number): Uint8Array {
	const bytes = Array.from(update);
	for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
		const at = Math.floor(random() * bytes.length);
		const kind = random();
		if (kind < 0.6)
			bytes[at] = random() < 0.5 ? Math.floor(random() * 256) : bytes[at]! ^ (1 << Math.floor(random() * 8));
		else if (kind < 0.75) bytes.splice(at, 1);
		else if (kind < 0.9) bytes.splice(at, 0, Math.floor(random() * 256));
		else bytes.splice(at, 0, ...bytes.slice(at, at + 4));
	}
	return Uint8Array.from(bytes);
}

test('R57 no damaged update hurts: refused, or applied whole without touching what is another’s', () => {
	const random = seeded(57);
	const mine = new Y.Doc();
	mine.clientID = 11;
	const note = new Y.Map();
	mine.getMap('notes').set('a', note);
	note.set('text', 'mine');
	mine.getArray('strokes').push([1, 2, 3]);
	const base = Y.encodeStateAsUpdate(mine);
	const outcomes = { admitted: 0, refused: 0, other: 0 };

	for (let round = 0; round < ROUNDS; round++) {
		const content = new Content([base], new Map([[11, ana]]));
		const update = mutate(someUpdate(random, base), random);
		const sender = { person: ben, mayWrite: () => true, leads: () => false };
		try {
			const admitted = admitUpdate(update, sender, {
				head: { kind: 'board' } as DocumentHead,
				content,
				size: 0
			});
			if (typeof admitted === 'string') {
				outcomes.other++;
				continue;
			}
		} catch (error) {
			expect(error, `round ${round}`).toBeInstanceOf(ProtocolError);
			outcomes.refused++;
			continue;
		}
		content.apply(update);
		outcomes.admitted++;
		expect(content.hasGaps, `round ${round}`).toBe(false);
		expect(Y.getState(content.doc.store, 11), `round ${round}`).toBe(Y.getState(mine.store, 11));
		expect((content.doc.getMap('notes').get('a') as Y.Map<unknown>).get('text'), `round ${round}`).toBe(
			'mine'
		);
		// What was let through can be stored and read again.
		expect(new Content([content.diff()], new Map()).hasGaps, `round ${round}`).toBe(false);
	}
	expect(outcomes.admitted).toBeGreaterThan(300);
	expect(outcomes.refused).toBeGreaterThan(300);
});
