import { MOODS } from '../../../src/lib/domain/check-in.ts';
import { acrossOf, heightOf, runsOf } from '../../../src/lib/domain/mood-line.ts';
import type { MoodPoint } from '../../../src/lib/domain/mood.ts';
import { QUIET, type TaggedPdf } from './tagged-pdf.ts';

const GRID = '#dad4c7';
const TEAL = '#1e5c60';
const CLAY = '#96491f';
const PLUM = '#66477a';
const PLUM_SOFT = '#ece4f1';
const LABELS_WIDTH = 64;
const PLOT_HEIGHT = 130;
/** The whole picture, in points: the plot, the days and the key. */
export const MOOD_HEIGHT = 190;

type Day = (point: MoodPoint) => string;

/** The line of moods, from the same places as on the page. */
export function drawMood(
	pdf: TaggedPdf,
	points: readonly MoodPoint[],
	at: { x: number; y: number; day: Day }
): void {
	const { doc } = pdf;
	const [left, top] = [at.x + LABELS_WIDTH, at.y + 8];
	const width = pdf.width - LABELS_WIDTH;
	const x = (index: number) => left + acrossOf(index, points.length) * width;
	const y = (mood: number) => top + (1 - heightOf(mood)) * PLOT_HEIGHT;

	for (const { value, label } of MOODS) {
		doc
			.lineWidth(0.5)
			.strokeColor(GRID)
			.moveTo(left, y(value))
			.lineTo(left + width, y(value))
			.stroke();
		pdf.label(label, { x: left - 6, y: y(value) + 3 }, { size: 9, colour: QUIET, align: 'right' });
	}
	points.forEach((point, index) => {
		const under = { x: x(index), y: top + PLOT_HEIGHT + 16 };
		pdf.label(at.day(point), under, { size: 9, colour: QUIET, align: 'center' });
	});
	points.forEach(({ group }, index) => {
		if (!group) return;
		const height = Math.max(y(group.least) - y(group.most), 2);
		doc
			.lineWidth(0.75)
			.rect(x(index) - 9, y(group.most), 18, height)
			.fillAndStroke(PLUM_SOFT, PLUM);
	});
	const lines = [
		{ colour: TEAL, dashed: false, values: points.map(({ arriving }) => arriving) },
		{ colour: CLAY, dashed: true, values: points.map(({ leaving }) => leaving) }
	];
	for (const { colour, dashed, values } of lines) {
		for (const run of runsOf(values)) {
			doc.lineWidth(1.75).strokeColor(colour);
			if (dashed) doc.dash(4, { space: 3 });
			run.forEach(({ index, value }, place) =>
				place === 0 ? doc.moveTo(x(index), y(value)) : doc.lineTo(x(index), y(value))
			);
			doc.stroke().undash();
			for (const { index, value } of run) dot(pdf, { x: x(index), y: y(value), colour, dashed });
		}
	}
	drawKey(pdf, { x: at.x, y: top + PLOT_HEIGHT + 38 });
}

function dot({ doc }: TaggedPdf, at: { x: number; y: number; colour: string; dashed: boolean }): void {
	doc.lineWidth(1.25);
	if (at.dashed) {
		doc.polygon([at.x, at.y - 4.5], [at.x + 4.5, at.y], [at.x, at.y + 4.5], [at.x - 4.5, at.y]);
		doc.fillAndStroke('#ffffff', at.colour);
	} else doc.circle(at.x, at.y, 3.5).fillAndStroke(at.colour, at.colour);
}

function drawKey(pdf: TaggedPdf, { x, y }: { x: number; y: number }): void {
	const look = { size: 10 };
	dot(pdf, { x: x + 6, y: y - 3, colour: TEAL, dashed: false });
	pdf.label('You, arriving', { x: x + 18, y }, look);
	dot(pdf, { x: x + 116, y: y - 3, colour: CLAY, dashed: true });
	pdf.label('You, leaving', { x: x + 128, y }, look);
	pdf.doc
		.lineWidth(0.75)
		.rect(x + 222, y - 8, 14, 10)
		.fillAndStroke(PLUM_SOFT, PLUM);
	pdf.label('The group, from lowest to highest', { x: x + 242, y }, look);
}
