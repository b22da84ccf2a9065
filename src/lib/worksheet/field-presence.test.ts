import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { FieldPresence } from './field-presence.svelte.ts';

const names: Record<string, string> = { ana: 'Ana', ben: 'Ben', elif: 'Elif' };

/** A room's presence as the server hands it on: each state carries the person it stamped. */
function presence(states: Record<string, unknown>[]) {
	const awareness = new Awareness(new Y.Doc());
	states.forEach((state, index) => awareness.states.set(1000 + index, state));
	const fields = new FieldPresence(awareness, (person) => names[person] ?? null);
	return { awareness, fields };
}

test('a field shows who else is in it, each once and in order', () => {
	const { fields } = presence([
		{ person: 'elif', field: 'situation' },
		{ person: 'ben', field: 'situation' },
		{ person: 'ben', field: 'situation' },
		{ person: 'ana', field: 'balanced' }
	]);
	expect(fields.othersIn('situation')).toEqual(['Ben', 'Elif']);
	expect(fields.othersIn('moods')).toEqual([]);
});

test('I am not shown to myself, and a name that nobody stamped is not shown at all', () => {
	const { awareness, fields } = presence([
		{ field: 'situation', name: 'Somebody' },
		{ person: 'nobody-we-know', field: 'situation' }
	]);
	fields.enter('situation');
	expect(awareness.getLocalState()).toMatchObject({ field: 'situation' });
	expect(fields.othersIn('situation')).toEqual([]);
	fields.enter(null);
	expect(awareness.getLocalState()).toMatchObject({ field: null });
	awareness.destroy();
});
