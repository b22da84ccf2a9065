import type { Ink, InkPoint } from '../../../../src/lib/domain/board-ink.ts';
import { SHEET_HEIGHT, SHEET_WIDTH } from '../../../../src/lib/domain/board.ts';
import { PEN_NAMES } from '../../../../src/lib/domain/board-pens.ts';
import type { Stroke } from '../../../../src/lib/domain/board-strokes.ts';

/** What a hand leaves in one line: some letters, a loop, an underline. */
const LEAST_POINTS = 24;
const MOST_POINTS = 96;
/** How far a hand comes between two points, in sheet units. */
const STEP = 5;

export type SampleStroke = Pick<Stroke, 'pen' | 'width' | 'marker' | 'ink'>;

/** The same lines in every run and for every approach, all over the sheet. */
export function sampleStrokes(count: number): SampleStroke[] {
	const random = repeatable(7);
	return Array.from({ length: count }, (_, index) => ({
		pen: PEN_NAMES[index % PEN_NAMES.length]!,
		width: 4,
		marker: false,
		ink: sampleInk(random)
	}));
}

function sampleInk(random: () => number): Ink {
	const points: InkPoint[] = [[random() * SHEET_WIDTH, random() * SHEET_HEIGHT, 0.5]];
	const length = LEAST_POINTS + Math.floor(random() * (MOST_POINTS - LEAST_POINTS));
	let heading = random() * 2 * Math.PI;
	while (points.length < length) {
		const [x, y] = points.at(-1)!;
		heading += (random() - 0.5) * 1.2;
		points.push([x + Math.cos(heading) * STEP, y + Math.sin(heading) * STEP, 0.5]);
	}
	return { points, pressed: false };
}

/** Numbers from 0 to 1 that come the same in every run. */
function repeatable(seed: number): () => number {
	return () => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return seed / 2 ** 32;
	};
}
