import { moodLabel } from '../../../src/lib/domain/check-in.ts';
import type { MoodPoint } from '../../../src/lib/domain/mood.ts';
import { drawMood, MOOD_HEIGHT } from './draw-mood.ts';
import type { TaggedPdf } from './tagged-pdf.ts';
import { table } from './writing.ts';

/** As many as the chart of the page holds. */
const CHARTED = 8;

/** The chart, and the same in a table. */
export function writeMood(pdf: TaggedPdf, mood: readonly MoodPoint[]): void {
	const day = ({ startsAt, zone }: MoodPoint) =>
		new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone }).format(startsAt);
	const said = (value: number | null) =>
		value === null ? '–' : `${value}, ${moodLabel(value).toLowerCase()}`;
	const alt = 'Mood over the sessions, from 0, very low, to 10, very good. The table below says the same.';
	pdf.figure(alt, MOOD_HEIGHT, (x, y) => drawMood(pdf, mood.slice(-CHARTED), { x, y, day }));
	table(
		pdf,
		['Session', 'You, arriving', 'You, leaving', 'The group'],
		mood.map((point) => [
			`${day(point)}, ${point.title}`,
			said(point.arriving),
			said(point.leaving),
			point.group ? `${point.group.least} to ${point.group.most} (${point.group.people} people)` : '–'
		])
	);
}
