import * as Y from 'yjs';

/**
 * Where answers stand in a document. One sheet a document.
 *
 * - Words are root Y.Texts, `text:<field>`: two people may begin the same field at once and both are kept,
 *   which two nested texts under one map key would not promise.
 * - The rows of a repeating group stand in the root Y.Map `rows:<field>`, by row id. A row is a Y.Map that whoever added
 *   it made whole, with a Y.Text for each column of words, so no two people ever make the same text; a row that is
 *   removed stays, empty and marked, so that words typed into it meanwhile are not lost.
 * - Ratings, dates, yes or no, and choices are plain values in the root Y.Map `answers`, those of rows too. Of 'choose
 *   many' each option is a key of its own, so that ticks made at the same time are all kept.
 */
export type AnswerKey = string;
export type PlainAnswer = string | number | boolean;

/** Beside its texts: its `PLACE` in the order, and whether it was `REMOVED`. No column can be called so. */
export type SheetRow = Y.Map<number | boolean | Y.Text>;

export const PLACE = ':place';
export const REMOVED = ':removed';

/** The key of one cell of a row. */
export function cellKey(field: string, row: string, column: string): AnswerKey {
	return `${field}/${row}/${column}`;
}

/** The key of one option of a 'choose many'. */
export function optionKey(field: string, option: string): AnswerKey {
	return `${field}/${option}`;
}

/** The key of one part of a contact, whether it stands in a field or in a cell. */
export function contactKey(key: AnswerKey, part: 'name' | 'phone'): AnswerKey {
	return `${key}:${part}`;
}

export function plainAnswers(doc: Y.Doc): Y.Map<PlainAnswer> {
	return doc.getMap<PlainAnswer>('answers');
}

export function sheetRows(doc: Y.Doc, field: string): Y.Map<SheetRow> {
	return doc.getMap<SheetRow>(`rows:${field}`);
}

/** The text to write in. A cell's row must be there. */
export function textAt(doc: Y.Doc, key: AnswerKey): Y.Text {
	const { row, column } = cellAt(doc, key);
	if (column === null) return doc.getText(`text:${key}`);
	if (!row) throw new Error(`No row holds ${key}`);
	const text = row.get(column);
	if (text instanceof Y.Text) return text;
	// The exercise has gained this column since the row was added.
	return row.set(column, new Y.Text()) as Y.Text;
}

/** The words that stand there; looking changes nothing. */
export function wordsAt(doc: Y.Doc, key: AnswerKey): string {
	const { row, column } = cellAt(doc, key);
	if (column === null) return doc.getText(`text:${key}`).toString();
	const text = row?.get(column);
	return text instanceof Y.Text ? text.toString() : '';
}

/** The row and column of a cell's key; the column is null for a key that is no cell's. */
function cellAt(doc: Y.Doc, key: AnswerKey): { row: SheetRow | null; column: string | null } {
	const [field, id, column] = key.split('/');
	if (!field || !id || !column) return { row: null, column: null };
	const row = sheetRows(doc, field).get(id);
	return { row: row instanceof Y.Map ? row : null, column };
}
