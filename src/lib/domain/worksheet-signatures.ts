import type * as Y from 'yjs';
import { wordsAt, cellKey } from './answer-places.ts';
import type { ColumnOf } from './exercise.ts';
import type { PersonId } from './ids.ts';

/**
 * Who has put their name to a row of a sheet that everyone fills in. Each signature holds the words it was given to, so
 * that it stands for those words alone. The server lets nobody sign, or take a signature away, for another (R57).
 */
export const SIGNATURES = 'signatures';

interface SignedRow {
	field: string;
	row: string;
	column: ColumnOf<'agreed'>;
}

/** Those who agree with the row as it stands now, in the order of their ids. */
export function signersOf(doc: Y.Doc, at: SignedRow): PersonId[] {
	const words = wordsToSign(doc, at);
	if (words === '') return [];
	const prefix = `${at.field}/${at.row}/`;
	return [...doc.getMap<string>(SIGNATURES).entries()]
		.filter(([key, signed]) => key.startsWith(prefix) && signed === words)
		.map(([key]) => key.slice(prefix.length) as PersonId)
		.sort();
}

/** Signs a row, or takes one's own signature away. */
export function setSignature(
	doc: Y.Doc,
	at: SignedRow,
	{ person, agrees }: { person: PersonId; agrees: boolean }
): void {
	const signatures = doc.getMap<string>(SIGNATURES);
	const key = `${at.field}/${at.row}/${person}`;
	if (agrees) signatures.set(key, wordsToSign(doc, at));
	else signatures.delete(key);
}

/** What a signature would be given to; empty when there is nothing to agree with yet. */
export function wordsToSign(doc: Y.Doc, { field, row, column }: SignedRow): string {
	return wordsAt(doc, cellKey(field, row, column.to)).trim();
}
