import { onSheet, SHEET_HEIGHT, SHEET_WIDTH, type Note, type Spot } from './board.ts';
import { NOTE_SIZE } from './board-notes.ts';
import type { Ends } from './board-shape-path.ts';
import { templateOf } from './board-templates.ts';
import type { Zone } from './board-template-parts.ts';

/** The part of the sheet a note lies in: the one under its middle. */
export function zoneOf(template: string, note: Spot): Zone | null {
	const middle = { x: note.x + NOTE_SIZE.width / 2, y: note.y + NOTE_SIZE.height / 2 };
	return templateOf(template).zones.find((zone) => zone.contains(middle)) ?? null;
}

/** What is printed over that part: null on a plain sheet, whose parts mean nothing. */
export function printedZoneOf(template: string, note: Spot): string | null {
	return templateOf(template).isPlain ? null : (zoneOf(template, note)?.label ?? null);
}

/** What is printed over the part of the sheet under a shape's middle. */
export function zoneOfShape(template: string, { start, end }: Ends): string | null {
	const [width, height] = [NOTE_SIZE.width / 2, NOTE_SIZE.height / 2];
	return printedZoneOf(template, { x: (start.x + end.x) / 2 - width, y: (start.y + end.y) / 2 - height });
}

const STEP = 20;
const AIR = 12;

/**
 * Where in a zone a note fits best: covering as little as can be of other notes and of the sheet's print. On a
 * printed sheet nearest the zone's middle, on a plain one from its top left.
 */
export function spotInZone(template: string, zone: string, others: Spot[]): Spot {
	const spots = spotsIn(template, zone);
	const count = Math.max(spots.length, 1);
	const isPrinted = !templateOf(template).isPlain;
	const middle = {
		x: spots.reduce((sum, spot) => sum + spot.x, 0) / count,
		y: spots.reduce((sum, spot) => sum + spot.y, 0) / count
	};
	const taken = [...others.map(noteBox), ...printOf(template)];
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

/** Spots for notes of everyone else on the sheet. */
export const spotsBeside = (notes: Note[], sheet: string, except: readonly string[] = []): Spot[] =>
	notes.filter((note) => note.place.sheet === sheet && !except.includes(note.id)).map((note) => note.place);

function spotsIn(template: string, zone: string): Spot[] {
	const spots: Spot[] = [];
	for (let y = AIR; y <= SHEET_HEIGHT - NOTE_SIZE.height - AIR; y += STEP)
		for (let x = AIR; x <= SHEET_WIDTH - NOTE_SIZE.width - AIR; x += STEP)
			if (zoneOf(template, { x, y })?.id === zone) spots.push({ x, y });
	return spots;
}

interface Box extends Spot {
	width: number;
	height: number;
}

const noteBox = ({ x, y }: Spot): Box => ({ x, y, ...NOTE_SIZE });

/** The boxes of a template's printed words. */
function printOf(template: string): Box[] {
	return templateOf(template).shapes.flatMap((shape) => {
		if (shape.kind !== 'words') return [];
		const width = Math.max(...shape.lines.map((text) => text.length)) * shape.size * 0.55;
		return [{ x: shape.x - width / 2, y: shape.y - shape.size, width, height: shape.lineHeight }];
	});
}

function overlap(a: Box, b: Box): number {
	const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + AIR;
	const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + AIR;
	return width > 0 && height > 0 ? width * height : 0;
}
