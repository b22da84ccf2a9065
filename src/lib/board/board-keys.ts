import { NOTE_WORDS_MOST } from '#lib/domain/board-notes.ts';
import type { OpenBoard } from './open-board.svelte.ts';
import { duplicate, group, ungroup } from './thing-acts.ts';

const PAN_STEP_PX = 60;
const ZOOM_STEP = 1.25;
/** A copy lies so far from what it was made from, in sheet units. */
const BESIDE = { x: 40, y: 40 };

/** `{@attach boardKeys(open)}`: keys that work anywhere on the board but in a field. */
export function boardKeys(open: OpenBoard): (board: HTMLElement) => () => void {
	return (board) => {
		const hear = (event: KeyboardEvent) => {
			if (isField(event.target) || !press(open, event)) return;
			event.preventDefault();
			event.stopPropagation();
		};
		board.addEventListener('keydown', hear);
		return () => board.removeEventListener('keydown', hear);
	};
}

/** Does what a key asks for; answers whether it asked for anything. */
function press(open: OpenBoard, event: KeyboardEvent): boolean {
	if (event.altKey) return false;
	const key = event.key.toLowerCase();
	if (event.ctrlKey || event.metaKey) return pressWithControl(open, key, event.shiftKey);
	if (key === 'escape') return !isInPanel(event.target) && putDown(open);
	// What a key does on a note, the note knows: this is heard before it.
	if (!isOnPaper(event.target)) return false;
	if (key === 'delete' || key === 'backspace') return removeChosen(open);
	return move(open, key);
}

function pressWithControl(open: OpenBoard, key: string, isShifted: boolean): boolean {
	const { tools, mayEdit } = open;
	if (!mayEdit) return false;
	const { chosen } = tools;
	if (key === 'y' || (key === 'z' && isShifted)) redo(open);
	else if (key === 'z') undo(open);
	else if (key === 'v' && tools.copied.length > 0) paste(open);
	else if (chosen.length === 0) return false;
	else if (key === 'c') copyChosen(open, chosen);
	else if (key === 'd') duplicateChosen(open, chosen);
	else if (key === 'g' && isShifted) ungroupChosen(open, chosen);
	else if (key === 'g') groupChosen(open, open.movable(chosen));
	else return false;
	return true;
}

/** Remembers what is mine of these, to be pasted onto this or another sheet. */
export function copyChosen({ state, tools, say }: OpenBoard, ids: readonly string[]): void {
	const own = ids.filter((id) => state.isOwn(id));
	if (own.length > 0) tools.copied = own;
	say(
		own.length > 0 ? 'Copied. Paste puts it on the sheet in front of you.' : 'Only your own can be copied.'
	);
}

/** What was copied, as far as it is still there, onto the sheet in front. */
export function paste(open: OpenBoard): void {
	const { state, tools, say } = open;
	if (tools.copied.some((id) => state.thing(id) !== null)) duplicateChosen(open, tools.copied);
	else say('What was copied is not there any more.');
}

/** Plain words from elsewhere become a note. */
export function pasteWords({ state, tools, sheet, say }: OpenBoard, text: string): void {
	const words = text.trim().slice(0, NOTE_WORDS_MOST);
	const { tint, pen } = tools;
	const id = state.addNote(sheet.id, { kind: 'note', spot: state.spotAnywhere(sheet.id), tint, pen, words });
	tools.take('choose');
	tools.choose([id]);
	say(
		words.length < text.trim().length
			? 'Note added. It holds the beginning of what was pasted.'
			: 'Note added'
	);
}

/** Copies of what is mine of these onto the sheet in front; the copies are chosen. */
export function duplicateChosen({ state, tools, sheet, say }: OpenBoard, ids: readonly string[]): void {
	const copies = duplicate(state, ids, { sheet: sheet.id, by: BESIDE });
	if (copies.length === 0) return;
	tools.take('choose');
	tools.choose(copies);
	say(copies.length === 1 ? 'A copy lies beside it' : `${copies.length} copies are on the sheet`);
}

export function groupChosen({ state, say }: OpenBoard, ids: readonly string[]): void {
	if (ids.length < 2) return;
	group(state, ids);
	say(`${ids.length} things are one group now`);
}

export function ungroupChosen({ state, leads, say }: OpenBoard, ids: readonly string[]): void {
	ungroup(state, ids, leads);
	say('Not a group any more');
}

export function undo({ state, say }: OpenBoard): void {
	if (!state.mayUndo) return;
	state.acts.undo();
	say('Undone');
}

export function redo({ state, say }: OpenBoard): void {
	if (!state.mayRedo) return;
	state.acts.redo();
	say('Done again');
}

function putDown({ tools }: OpenBoard): boolean {
	if (tools.chosen.length === 0) return false;
	tools.choose([]);
	return true;
}

/** Takes my own chosen things away; what is another's is asked about in the bar. */
function removeChosen(open: OpenBoard): boolean {
	const { tools, state, say } = open;
	const own = open.movable(tools.chosen).filter((id) => state.isOwn(id));
	if (own.length === 0) return false;
	state.remove(own);
	tools.choose([]);
	say('Removed. Undo brings it back.');
	return true;
}

const PANS: Record<string, [number, number]> = {
	arrowleft: [PAN_STEP_PX, 0],
	arrowright: [-PAN_STEP_PX, 0],
	arrowup: [0, PAN_STEP_PX],
	arrowdown: [0, -PAN_STEP_PX]
};

function move({ view }: OpenBoard, key: string): boolean {
	const pan = PANS[key];
	if (pan) view.panBy(...pan);
	else if (key === '+' || key === '=') view.zoomAt(ZOOM_STEP);
	else if (key === '-') view.zoomAt(1 / ZOOM_STEP);
	else if (key === '0') view.fit();
	else return key === ' ';
	return true;
}

export const isField = (target: EventTarget | null) =>
	target instanceof Element && target.closest('textarea, input, select') !== null;

const isInPanel = (target: EventTarget | null) =>
	target instanceof Element && target.closest('.panel, [aria-expanded="true"]') !== null;

const isOnPaper = (target: EventTarget | null) =>
	target instanceof Element && target.getAttribute('role') === 'application';
