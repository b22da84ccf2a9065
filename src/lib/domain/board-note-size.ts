import type { Box, Note, Spot } from './board.ts';
import { turned } from './board-shape-path.ts';

/** A note as it is made, in sheet units. It grows downwards with its words. */
export const NOTE_SIZE = { width: 240, height: 150 };
/** How much smaller and larger than that a note can be: its words can still be read, and it still fits on a sheet. */
export const NOTE_SCALE = { least: 0.5, most: 4 };

export interface Size {
	width: number;
	height: number;
}

interface Lying {
	place: Spot;
	scale: number;
}

/** What stands there as a scale, or 1: anyone in the room may have written it. */
export const scaleOf = (value: unknown): number =>
	typeof value === 'number' && Number.isFinite(value) ? scaleWithin(value) : 1;

export const scaleWithin = (scale: number): number =>
	Math.round(Math.min(Math.max(scale, NOTE_SCALE.least), NOTE_SCALE.most) * 1000) / 1000;

/** What stands there as an angle, from 0 to 359 degrees. */
export const angleOf = (value: unknown): number =>
	typeof value === 'number' && Number.isFinite(value) ? ((Math.round(value) % 360) + 360) % 360 : 0;

export const sizeOfNote = ({ scale }: Pick<Note, 'scale'>): Size => ({
	width: NOTE_SIZE.width * scale,
	height: NOTE_SIZE.height * scale
});

/** What a note is turned around: it stays when the note grows with its words. */
export const middleOfNote = ({ place, scale }: Lying): Spot => {
	const { width, height } = sizeOfNote({ scale });
	return { x: place.x + width / 2, y: place.y + height / 2 };
};

/** Where a note lies that has its middle there. */
export const spotAround = ({ x, y }: Spot, scale: number): Spot => {
	const { width, height } = sizeOfNote({ scale });
	return { x: x - width / 2, y: y - height / 2 };
};

/** The upright box around a note; `height` is how far down it really reaches. */
export function boxOfNote(note: Lying & Pick<Note, 'angle'>, height = sizeOfNote(note).height): Box {
	const { x, y } = note.place;
	const { width } = sizeOfNote(note);
	if (note.angle === 0) return { left: x, top: y, right: x + width, bottom: y + height };
	const middle = middleOfNote(note);
	const corners = [x, x + width].flatMap((across) => [y, y + height].map((down) => ({ x: across, y: down })));
	const spots = corners.map((corner) => turned(corner, middle, note.angle));
	const ends = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
	const [[left, right], [top, bottom]] = [ends(spots.map(({ x }) => x)), ends(spots.map(({ y }) => y))];
	return { left, top, right, bottom };
}
