import { newBoardId, type BoardDocument } from './board.ts';
import type { PersonId } from './ids.ts';

export interface Sheet {
	id: string;
	/** Counted from 1. */
	number: number;
	template: string;
	/** Who added it; null for the first, which every board has. */
	by: PersonId | null;
	/** Hidden from the group by someone who leads (S07). */
	hidden: boolean;
	/** Everyone may erase what anyone made on it: board-erasing.ts. */
	erasable: boolean;
}

/** The sheet that every board has from the start; nobody writes it, so nobody writes it twice. */
export const FIRST_SHEET = '1';
/** Nobody is offered one more. Two who add the last at once are one above: none is ever left out for it. */
export const SHEETS_MOST = 12;

interface SheetValue {
	by: PersonId | null;
	template: string;
	turn: number;
}

/** The sheets of a board in order. The first carries the step's own template. */
export function sheetsOf(board: BoardDocument, template: string): Sheet[] {
	const added = [...board.sheets.entries()]
		.map(([id, value]) => ({ id, value: readSheet(value) }))
		.filter((sheet) => sheet.value !== null && sheet.id !== FIRST_SHEET)
		.map((sheet) => ({ id: sheet.id, ...sheet.value! }))
		.sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
	const first = { id: FIRST_SHEET, by: null, template };
	return [first, ...added].map((sheet, index) => ({
		id: sheet.id,
		by: sheet.by,
		template: sheet.template,
		number: index + 1,
		hidden: board.hidden.get(sheet.id) === true,
		erasable: board.erasable.get(sheet.id) === true
	}));
}

export function addSheet(board: BoardDocument, sheet: { by: PersonId | null; template: string }): string {
	const id = newBoardId();
	const turns = [...board.sheets.values()].map((value) => readSheet(value)?.turn ?? 0);
	const value: SheetValue = { ...sheet, turn: Math.max(0, ...turns) + 1 };
	board.sheets.set(id, value);
	return id;
}

export function hideSheet(board: BoardDocument, id: string): void {
	board.hidden.set(id, true);
}

export function showSheet(board: BoardDocument, id: string): void {
	board.hidden.delete(id);
}

function readSheet(value: unknown): SheetValue | null {
	const sheet = value as Partial<SheetValue> | null;
	if (typeof sheet !== 'object' || sheet === null || typeof sheet.template !== 'string') return null;
	if (!Number.isSafeInteger(sheet.turn)) return null;
	return { by: typeof sheet.by === 'string' ? sheet.by : null, template: sheet.template, turn: sheet.turn! };
}
