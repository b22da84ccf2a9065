import { expect, test } from 'vitest';
import type { PersonId, RevealId, StepId } from './ids.ts';
import { revealedFields } from './reveals.ts';
import type { Reveal } from './room.ts';

function shown(id: string, field: string, person: string | null): Reveal {
	return {
		id: id as RevealId,
		step: 'one' as StepId,
		exercise: 'thought-record',
		field,
		label: `About ${field}`,
		lines: [`from ${id}`],
		person: person as PersonId | null,
		name: person,
		keep: false
	};
}

test('shown answers are read field by field, each in the order the server gave', () => {
	const fields = revealedFields([
		shown('1', 'balanced', 'ana'),
		shown('2', 'situation', 'ben'),
		shown('3', 'balanced', null)
	]);
	expect(fields.map(({ label, answers }) => [label, ...answers.map((one) => one.id)])).toEqual([
		['About balanced', '1', '3'],
		['About situation', '2']
	]);
});

test('S11 answers without a name keep the mixed order they were released in', () => {
	const released = ['c', 'a', 'b'].map((id) => shown(id, 'situation', null));
	expect(revealedFields(released)[0]?.answers.map((one) => one.id)).toEqual(['c', 'a', 'b']);
});
