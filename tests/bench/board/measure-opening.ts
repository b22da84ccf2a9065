import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { bench } from './measure-board.ts';

/** What a full board weighs, and how long the main thread is busy until it is on the screen. */
export async function measureOpening(page: Page, strokes: number): Promise<{ bytes: number; ms: number }> {
	const board = await bench(page);
	const bytes = await board.evaluate((it, count) => it.bytes(count), strokes);
	const session = await page.context().newCDPSession(page);
	// What the thread itself did, not how long it waited for its turn.
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const busy = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
	};
	await board.evaluate((it, count) => it.prepare(count), strokes);
	await board.evaluate((it) => it.settle());
	const before = await busy();
	await board.evaluate((it) => it.openPrepared());
	const ms = Math.round((await busy()) - before);
	await board.evaluate((it) => it.close());
	return { bytes, ms };
}

const LINES = 3;
const MOVEMENTS = 60;

export interface OwnInk {
	people: number;
	strokes: number;
	/** The 50th and 95th of all movements. */
	frames: { p50: number; p95: number };
	ms: { p50: number; p95: number };
}

/** How soon one's own line is seen while many draw at once. */
export async function measureTogether(page: Page, people: number, strokes: number): Promise<OwnInk> {
	const board = await bench(page);
	await board.evaluate((it, count) => it.open('hearth', count), strokes);
	await board.evaluate((it, others) => it.together(others), people - 1);
	for (let line = 0; line < LINES; line++) await drawLine(page);
	const { frames, ms } = await board.evaluate((it) => it.endTogether());
	await board.evaluate((it) => it.close());
	return { people, strokes, frames: ranks(frames), ms: ranks(ms) };
}

/** A line with the browser's own mouse, about one movement a frame. */
async function drawLine(page: Page): Promise<void> {
	const at = (step: number) => [300 + step * 7, 350 + Math.sin(step / 5) * 120] as const;
	await page.mouse.move(...at(0));
	await page.mouse.down();
	for (let step = 1; step <= MOVEMENTS; step++) {
		await page.mouse.move(...at(step));
		await setTimeout(1000 / 60);
	}
	await page.mouse.up();
}

function ranks(values: number[]): { p50: number; p95: number } {
	const inOrder = [...values].sort((a, b) => a - b);
	const at = (part: number) => Math.round((inOrder[Math.floor(inOrder.length * part)] ?? NaN) * 10) / 10;
	return { p50: at(0.5), p95: at(0.95) };
}
