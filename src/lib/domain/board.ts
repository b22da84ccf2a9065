import * as Y from 'yjs';
import type { PersonId } from './ids.ts';
import type { PenName, NoteTint } from './board-pens.ts';

/**
 * The shared shape of a board: root Y.Maps whose keys are never written by two people, because the server
 * lets a person overwrite and delete only what they wrote themselves (R57).
 *
 * `strokes`  one entry a piece of a stroke, replaced whole: board-strokes.ts
 * `notes`    one nested Y.Map a sticky note or text, written by its author alone: board-notes.ts
 * `shapes`   one entry a shape, arrow or stamp, replaced whole by its author: board-shape.ts
 * `moves`    where someone else has put a person's note or shape: board-moves.ts
 * `groups`   things that are chosen together: board-groups.ts
 * `sheets`   the sheets beyond the first: board-sheets.ts
 * `hidden`   sheets and things put away by someone who leads (S07), by id: board-sheets.ts, board-put-away.ts
 * `locks`    things that nobody moves, edits or erases until someone who leads unlocks them: board-locks.ts
 * `erasable` sheets on which someone who leads lets everyone erase: board-erasing.ts
 */
export const boardDocument = (doc: Y.Doc) => ({
	strokes: doc.getMap<unknown>('strokes'),
	notes: doc.getMap<unknown>('notes'),
	shapes: doc.getMap<unknown>('shapes'),
	moves: doc.getMap<unknown>('moves'),
	groups: doc.getMap<unknown>('groups'),
	sheets: doc.getMap<unknown>('sheets'),
	hidden: doc.getMap<unknown>('hidden'),
	locks: doc.getMap<unknown>('locks'),
	erasable: doc.getMap<unknown>('erasable')
});

export type BoardDocument = ReturnType<typeof boardDocument>;

/** Every sheet has this size, in its own units. */
export const SHEET_WIDTH = 1600;
export const SHEET_HEIGHT = 1000;

/** A point on a sheet. */
export interface Spot {
	x: number;
	y: number;
}

/** The edges of what lies on a sheet. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A piece of a stroke, as it stands in the document. `by` is null where no author may be known (S11). */
export interface StrokeValue {
	by: PersonId | null;
	sheet: string;
	pen: PenName;
	/** In sheet units. */
	width: number;
	/** Present for the highlighter. */
	marker?: true;
	/** The order in which strokes lie on each other. */
	turn: number;
	/** Packed points: board-ink.ts. */
	bytes: Uint8Array;
}

/** Where a note lies. `turn` rises each time its author moves it. */
export interface Place extends Spot {
	sheet: string;
	turn: number;
}

/** A sticky note, or words straight on the sheet. */
export interface Note {
	id: string;
	by: PersonId | null;
	kind: 'note' | 'text';
	/** Its place in the order in which the board came to be: board-order.ts. */
	born: number;
	tint: NoteTint;
	pen: PenName;
	place: Place;
	/** How much larger it is than it was made: board-note-size.ts. */
	scale: number;
	/** Turned by so many degrees around its middle, from 0 to 359. */
	angle: number;
	/** Higher lies over lower; new things begin at 0. */
	layer: number;
	words: string;
}

const ID_BYTES = 9;

/** Ids on a board: 72 random bits in 12 characters, short because 5,000 strokes carry one each. */
export function newBoardId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}

/** `spot` moved to where it can be seen on a sheet; `size` is what must stay inside. */
export function onSheet(spot: Spot, size: { width: number; height: number } = { width: 0, height: 0 }): Spot {
	const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));
	return { x: within(spot.x, SHEET_WIDTH - size.width), y: within(spot.y, SHEET_HEIGHT - size.height) };
}
