import type { SampleStroke } from './sample-ink.ts';

/** One way to show a board, as the bench drives it. Its pointer and wheel are the browser's own. */
export interface Approach {
	/** Shows this many lines; done when all of them are on the screen. */
	open(strokes: SampleStroke[]): Promise<void>;
	/** Somebody else's line as far as it has come: its points so far. */
	drawRemote(points: SampleStroke['ink']['points']): void;
	/** Somebody else has lifted the pen. */
	liftRemote(): void;
	close(): void;
}

export const nextFrame = (): Promise<void> =>
	new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
