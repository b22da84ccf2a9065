import type * as Y from 'yjs';
import { cellKey, wordsAt } from './answer-places.ts';
import type { ColumnOf } from './exercise.ts';
import { groupAgreements } from './exercises/group-agreements.ts';
import type { PersonId } from './ids.ts';
import { rowsOf } from './worksheet-rows.ts';
import { signersOf } from './worksheet-signatures.ts';

/** S19: what of a sheet of group agreements everyone of `people` has signed, as it stands now, in its order. */
export function agreedByAll(doc: Y.Doc, people: readonly PersonId[]): string[] {
	if (people.length === 0) return [];
	return groupAgreements.fields.flatMap((field) => {
		if (field.kind !== 'rows') return [];
		const column = field.columns.find((one): one is ColumnOf<'agreed'> => one.kind === 'agreed');
		if (!column) return [];
		return rowsOf(doc, field.id)
			.filter((row) => {
				const signers = signersOf(doc, { field: field.id, row, column });
				return people.every((person) => signers.includes(person));
			})
			.map((row) => wordsAt(doc, cellKey(field.id, row, column.to)).trim());
	});
}
