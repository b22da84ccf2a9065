import * as Y from 'yjs';
import { contactKey, PLACE, plainAnswers, REMOVED, sheetRows, type SheetRow } from './answer-places.ts';
import type { FieldOf } from './exercise.ts';
import { newId } from './ids.ts';

/** The longest list of rows that is read; more are no honest sheet's. */
const MOST_ROWS = 200;

/**
 * The ids of a repeating group's rows, in order. A row that was removed while someone else wrote in it comes back, last,
 * with their words: nothing typed is lost to a row's removal.
 */
export function rowsOf(doc: Y.Doc, field: string): string[] {
	return [...sheetRows(doc, field).entries()]
		.filter(([, row]) => row instanceof Y.Map && (!row.get(REMOVED) || hasWords(row)))
		.map(([id, row]) => ({ id, place: row.get(REMOVED) ? Infinity : placeOf(row) }))
		.sort((a, b) => compare(a.place, b.place) || compare(a.id, b.id))
		.map(({ id }) => id)
		.slice(0, MOST_ROWS);
}

/** Adds an empty row at the end and returns its id. */
export function addRow(doc: Y.Doc, field: FieldOf<'rows'>, origin: unknown): string {
	const id: string = newId<'row'>();
	const rows = sheetRows(doc, field.id);
	const last = Math.max(
		-1,
		...rowsOf(doc, field.id)
			.map((row) => placeOf(rows.get(row)))
			.filter(Number.isFinite)
	);
	const row: SheetRow = new Y.Map();
	row.set(PLACE, last + 1);
	for (const column of field.columns) {
		if (column.kind === 'text' || column.kind === 'long') row.set(column.id, new Y.Text());
		if (column.kind !== 'contact') continue;
		for (const part of ['name', 'phone'] as const) row.set(contactKey(column.id, part), new Y.Text());
	}
	doc.transact(() => rows.set(id, row), origin);
	return id;
}

/** Takes a row away, and its words and values with it. */
export function removeRow(doc: Y.Doc, at: { field: string; row: string }, origin: unknown): void {
	const row = sheetRows(doc, at.field).get(at.row);
	if (!row) return;
	const prefix = `${at.field}/${at.row}/`;
	doc.transact(() => {
		row.set(REMOVED, true);
		for (const text of textsOf(row)) text.delete(0, text.length);
		const values = plainAnswers(doc);
		for (const key of [...values.keys()].filter((key) => key.startsWith(prefix))) values.delete(key);
	}, origin);
}

/** Moves a row one place up or down; at the end of the list nothing happens. */
export function moveRow(doc: Y.Doc, at: { field: string; row: string }, by: -1 | 1, origin: unknown): void {
	const order = rowsOf(doc, at.field);
	const from = order.indexOf(at.row);
	const other = order[from + by];
	if (from < 0 || other === undefined) return;
	order[from] = other;
	order[from + by] = at.row;
	const rows = sheetRows(doc, at.field);
	doc.transact(() => {
		order.forEach((id, index) => {
			const row = rows.get(id);
			if (row?.get(REMOVED)) row.delete(REMOVED);
			if (row && row.get(PLACE) !== index) row.set(PLACE, index);
		});
	}, origin);
}

function textsOf(row: SheetRow): Y.Text[] {
	return [...row.values()].filter((value) => value instanceof Y.Text);
}

function hasWords(row: SheetRow): boolean {
	return textsOf(row).some((text) => text.length > 0);
}

function placeOf(row: SheetRow | undefined): number {
	const place = row?.get(PLACE);
	return typeof place === 'number' && Number.isFinite(place) ? place : Infinity;
}

function compare<T extends number | string>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
