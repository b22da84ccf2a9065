import type * as Y from 'yjs';

/**
 * Where answers stand in a document. One sheet a document.
 *
 * - Words are root Y.Texts, `text:<key>`: two people may begin the same field at once and both are kept,
 *   which two nested texts under one map key would not promise.
 * - Ratings, dates, yes or no, and choices are plain values in the root Y.Map `answers`. Of 'choose many' each option is
 *   a key of its own, so that ticks made at the same time are all kept.
 * - The rows of a repeating group are numbered in the root Y.Map `rows:<field>` (row id → order); what a row holds stands
 *   under keys of its own, so moving a row moves no words.
 */
export type AnswerKey = string;
export type PlainAnswer = string | number | boolean;

const TEXT = 'text:';

/** The key of one cell of a row. */
export function cellKey(field: string, row: string, column: string): AnswerKey {
	return `${field}/${row}/${column}`;
}

/** The key of one option of a 'choose many'. */
export function optionKey(field: string, option: string): AnswerKey {
	return `${field}/${option}`;
}

/** The key of one part of a contact. */
export function contactKey(field: string, part: 'name' | 'phone'): AnswerKey {
	return `${field}/${part}`;
}

export function textAt(doc: Y.Doc, key: AnswerKey): Y.Text {
	return doc.getText(TEXT + key);
}

export function plainAnswers(doc: Y.Doc): Y.Map<PlainAnswer> {
	return doc.getMap<PlainAnswer>('answers');
}

export function rowOrder(doc: Y.Doc, field: string): Y.Map<number> {
	return doc.getMap<number>(`rows:${field}`);
}

/** Every text whose key begins so. */
export function textsUnder(doc: Y.Doc, prefix: string): { key: AnswerKey; text: Y.Text }[] {
	return [...doc.share.keys()]
		.filter((name) => name.startsWith(TEXT + prefix))
		.map((name) => ({ key: name.slice(TEXT.length), text: doc.getText(name) }));
}
