import type { Page } from '@playwright/test';
import type { Act, ApproachName, BoardBench } from './page/main.ts';

/** CPU ms a frame of the whole browser. */
export interface MeasuredBoard {
	approach: ApproachName;
	strokes: number;
	live: number;
	pan: number;
	remote: number;
}

const FRAMES = 32;
/** The quietest counts: what else a machine does only ever adds. */
const ROUNDS = 3;
/** Code that has not run often is slow whoever wrote it: each act is done for so long before it counts. */
const WARM_UP_MS = 4_000;

export const bench = (page: Page) =>
	page.evaluateHandle(() => (window as unknown as { boardBench: BoardBench }).boardBench);

/** One approach with so many lines: drawing, moving the view, and watching another draw. */
export async function measureBoard(
	page: Page,
	cpu: () => Promise<number>,
	{ approach, strokes }: Pick<MeasuredBoard, 'approach' | 'strokes'>
): Promise<MeasuredBoard> {
	const board = await bench(page);
	// A mouse must have been seen before a pointer can be taken for it.
	await page.mouse.move(400, 400);
	await board.evaluate((it, wish) => it.open(wish.approach, wish.strokes), { approach, strokes });
	const perFrame = async (what: Act) => {
		const began = performance.now();
		const act = () => board.evaluate((it, wish) => it.act(wish.what, wish.frames), { what, frames: FRAMES });
		while (performance.now() - began < WARM_UP_MS) await act();
		const rounds: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			const before = await cpu();
			await act();
			rounds.push(((await cpu()) - before) / FRAMES);
		}
		return Math.round(Math.min(...rounds) * 100) / 100;
	};
	const live = await perFrame('live');
	const remote = await perFrame('remote');
	await board.evaluate((it) => it.zoomIn());
	const pan = await perFrame('pan');
	await board.evaluate((it) => it.close());
	return { approach, strokes, live, pan, remote };
}
