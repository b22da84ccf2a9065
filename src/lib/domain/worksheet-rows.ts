import type * as Y from 'yjs';
import { plainAnswers, rowOrder, textsUnder } from './answer-places.ts';
import { newId } from './ids.ts';

/**
 * The rows of a repeating group, in order. A row that was removed while someone else wrote in it comes back, last, with
 * their words: nothing typed is lost to a row's removal.
 */
export function rowsOf(doc: Y.Doc, field: string): string[] {
	const order = rowOrder(doc, field);
	const placed = [...order.keys()].sort((a, b) => placeOf(order, a) - placeOf(order, b) || (a < b ? -1 : 1));
	const prefix = `${field}/`;
	const written = textsUnder(doc, prefix)
		.filter(({ text }) => text.length > 0)
		.map(({ key }) => key.slice(prefix.length).split('/')[0] ?? '');
	const stray = [...new Set(written)].filter((row) => !order.has(row)).sort();
	return [...placed, ...stray];
}

/** Adds an empty row at the end and returns its id. */
export function addRow(doc: Y.Doc, field: string, origin: unknown): string {
	const row: string = newId<'row'>();
	doc.transact(() => rowOrder(doc, field).set(row, nextPlace(doc, field)), origin);
	return row;
}

/** Takes a row away, and its words and values with it. */
export function removeRow(doc: Y.Doc, at: { field: string; row: string }, origin: unknown): void {
	const prefix = `${at.field}/${at.row}/`;
	doc.transact(() => {
		rowOrder(doc, at.field).delete(at.row);
		for (const { text } of textsUnder(doc, prefix)) text.delete(0, text.length);
		const values = plainAnswers(doc);
		for (const key of [...values.keys()].filter((key) => key.startsWith(prefix))) values.delete(key);
	}, origin);
}

/** Moves a row one place up or down; at the end of the list nothing happens. */
export function moveRow(doc: Y.Doc, at: { field: string; row: string }, by: -1 | 1, origin: unknown): void {
	const rows = rowsOf(doc, at.field);
	const from = rows.indexOf(at.row);
	const other = rows[from + by];
	if (from < 0 || other === undefined) return;
	const order = rowOrder(doc, at.field);
	const [here, there] = [order.get(at.row), order.get(other)];
	doc.transact(() => {
		if (isPlace(here) && isPlace(there) && here !== there) {
			order.set(at.row, there);
			order.set(other, here);
			return;
		}
		rows[from] = other;
		rows[from + by] = at.row;
		rows.forEach((row, index) => order.set(row, index));
	}, origin);
}

function nextPlace(doc: Y.Doc, field: string): number {
	return 1 + Math.max(-1, ...[...rowOrder(doc, field).values()].filter(isPlace));
}

function placeOf(order: Y.Map<number>, row: string): number {
	const place = order.get(row);
	return isPlace(place) ? place : Number.MAX_SAFE_INTEGER;
}

function isPlace(place: unknown): place is number {
	return typeof place === 'number' && Number.isFinite(place);
}
