import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { FlagId, PersonId } from '#lib/domain/ids.ts';
import { deskDocument, type Flag, type Waiting } from '#lib/domain/room.ts';
import { DeskState } from './desk-state.svelte.ts';

function desk() {
	const doc = new Y.Doc();
	return { root: deskDocument(doc), state: new DeskState(doc) };
}

function flag(id: string, at: number, rest: Partial<Flag> = {}): Flag {
	const person = 'ana' as PersonId;
	const usual = { name: 'Ana', cause: 'support', quiet: false, state: { is: 'open' } } as const;
	return { id: id as FlagId, person, at, ...usual, ...rest };
}

test('people wait in the order they asked', () => {
	const { root, state } = desk();
	root.waiting.set('b', { name: 'Ben', since: 20 } as Waiting);
	root.waiting.set('a', { name: 'Ana', since: 10 } as Waiting);
	expect(state.waiting.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
});

test('S03 a quiet notice stands below a call for help, however old it is', () => {
	const { root, state } = desk();
	root.flags.set('q', flag('q', 1, { quiet: true, cause: 'distress' }));
	root.flags.set('s', flag('s', 2));
	expect(state.openFlags.map(({ id }) => id)).toEqual(['s', 'q']);
});

test('S04 an acknowledged flag stays until its outcome is recorded', () => {
	const { root, state } = desk();
	const by = 'dana' as PersonId;
	root.flags.set('s', flag('s', 2, { state: { is: 'acknowledged', by, at: 3 } }));
	expect(state.openFlags).toHaveLength(1);
	root.flags.set('s', flag('s', 2, { state: { is: 'cleared', by, at: 4, outcome: 'talked' } }));
	expect(state.openFlags).toHaveLength(0);
});
