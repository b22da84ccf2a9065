import { onSheet, SHEET_HEIGHT, SHEET_WIDTH, type Box, type Note, type Spot } from './board.ts';
import { boxOfNote, middleOfNote, NOTE_SIZE } from './board-note-size.ts';
import type { Ends } from './board-shape-path.ts';
import { templateOf } from './board-templates.ts';
import type { Zone } from './board-template-parts.ts';

/** The part of the sheet a note of the common size lies in: the one under its middle. */
export const zoneOf = (template: string, { x, y }: Spot): Zone | null =>
	zoneAt(template, { x: x + NOTE_SIZE.width / 2, y: y + NOTE_SIZE.height / 2 });

/** What is printed over the part that a note lies in: null on a plain sheet, whose parts mean nothing. */
export const printedZoneOf = (template: string, note: Pick<Note, 'place' | 'scale'>): string | null =>
	printAt(template, middleOfNote(note));

const zoneAt = (template: string, spot: Spot): Zone | null =>
	templateOf(template).zones.find((zone) => zone.contains(spot)) ?? null;

const printAt = (template: string, spot: Spot): string | null =>
	templateOf(template).isPlain ? null : (zoneAt(template, spot)?.label ?? null);

/** What is printed over the part of the sheet under a shape's middle. */
export function zoneOfShape(template: string, { start, end }: Ends): string | null {
	return printAt(template, { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 });
}

const STEP = 20;
const AIR = 12;

/**
 * Where in a zone a note fits best: covering as little as can be of other notes and of the sheet's print. On a
 * printed sheet nearest the zone's middle, on a plain one from its top left.
 */
export function spotInZone(template: string, zone: string, others: Box[]): Spot {
	const spots = spotsIn(template, zone);
	const count = Math.max(spots.length, 1);
	const isPrinted = !templateOf(template).isPlain;
	const middle = {
		x: spots.reduce((sum, spot) => sum + spot.x, 0) / count,
		y: spots.reduce((sum, spot) => sum + spot.y, 0) / count
	};
	const taken = [...others, ...printOf(template)];
	let best = onSheet(middle, NOTE_SIZE);
	let least = Infinity;
	for (const spot of spots) {
		const covered = taken.reduce((sum, box) => sum + overlap(noteBox(spot), box), 0);
		const far = isPrinted ? Math.hypot(spot.x - middle.x, spot.y - middle.y) : spot.x + 2 * spot.y;
		const cost = covered * 1000 + far;
		if (cost < least) [least, best] = [cost, spot];
	}
	return best;
}

/** What all notes of a sheet but some take of it. */
export const takenBeside = (notes: Note[], sheet: string, except: readonly string[] = []): Box[] =>
	notes
		.filter((note) => note.place.sheet === sheet && !except.includes(note.id))
		.map((note) => boxOfNote(note));

function spotsIn(template: string, zone: string): Spot[] {
	const spots: Spot[] = [];
	for (let y = AIR; y <= SHEET_HEIGHT - NOTE_SIZE.height - AIR; y += STEP)
		for (let x = AIR; x <= SHEET_WIDTH - NOTE_SIZE.width - AIR; x += STEP)
			if (zoneOf(template, { x, y })?.id === zone) spots.push({ x, y });
	return spots;
}

const noteBox = ({ x, y }: Spot): Box => ({
	left: x,
	top: y,
	right: x + NOTE_SIZE.width,
	bottom: y + NOTE_SIZE.height
});

/** The boxes of a template's printed words. */
function printOf(template: string): Box[] {
	return templateOf(template).shapes.flatMap((shape) => {
		if (shape.kind !== 'words') return [];
		const width = Math.max(...shape.lines.map((text) => text.length)) * shape.size * 0.55;
		const top = shape.y - shape.size;
		return [{ left: shape.x - width / 2, right: shape.x + width / 2, top, bottom: top + shape.lineHeight }];
	});
}

function overlap(a: Box, b: Box): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left) + AIR;
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + AIR;
	return width > 0 && height > 0 ? width * height : 0;
}
