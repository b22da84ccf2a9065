import type { Browser, Page } from '@playwright/test';
import { newId } from '../../../src/lib/domain/ids.ts';
import { count, watchMedia } from '../../support/counted-media.ts';
import type { SignalHarness } from '../../support/signal-harness.ts';
import type { CallBench, CarrierName } from './page/main.ts';

/** One call: somebody is let in where all the others are already. */
export interface MeasuredCall {
	carrier: CarrierName;
	people: number;
	/** From being let in to the first other face, and to all of them, in ms. */
	firstMs: number;
	allMs: number;
	/**
	 * Of the whole browser, and of Janus where it takes part, while everyone sees everyone, in ms of CPU a second: all pages
	 * together. */
	cpu: number;
	/** What each person sends meanwhile, in kbit/s. */
	sentKbps: number;
}

interface Ground {
	browser: Browser;
	server: SignalHarness;
	cpu: () => Promise<number>;
}

/** What a call still does at its beginning is over by then. */
const SETTLING_MS = 2_000;
/** Where a machine cannot carry a call, not all are ever seen: nobody waits longer for anyone than this. */
const PATIENCE_MS = 60_000;
/** How long the call that stands is looked at. */
const LOOKING_MS = 4_000;

/** Null where not everyone was seen within a minute. */
export async function measureCall(
	{ browser, server, cpu }: Ground,
	{ carrier, people }: Pick<MeasuredCall, 'carrier' | 'people'>
): Promise<MeasuredCall | null> {
	const session = newId<'session'>();
	const everyone = Array.from({ length: people }, () => newId<'person'>());
	server.admit(session, ...everyone);
	const pages: Page[] = [];
	try {
		for (const me of everyone) {
			const origin = `http://localhost:${server.port}`;
			const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
			await context.addCookies([{ name: 'person', value: me, url: origin }]);
			await watchMedia(context);
			const page = await context.newPage();
			const query = new URLSearchParams({ carrier, me, session, people: everyone.join() });
			await page.goto(`${origin}/?${query.toString()}`);
			await ask(page, (bench) => bench.prepare());
			pages.push(page);
		}
		const newcomer = pages.at(-1)!;
		const before = pages.slice(0, -1);
		// One after the other: a bare page calls those who are there when it comes, and nobody else.
		for (const [others, page] of before.entries()) await ask(page, (bench, n) => bench.enter(n), others);
		await Promise.all(before.map((page) => ask(page, (bench, others) => bench.sees(others), people - 2)));
		await newcomer.waitForTimeout(SETTLING_MS);
		const { firstMs, allMs } = await ask(newcomer, (bench, others) => bench.enter(others), people - 1);
		await Promise.all(before.map((page) => ask(page, (bench, others) => bench.sees(others), people - 1)));
		await newcomer.waitForTimeout(SETTLING_MS);
		const [began, cpuBefore, sentBefore] = [performance.now(), await cpu(), await sent(pages)];
		await newcomer.waitForTimeout(LOOKING_MS);
		const [cpuMs, sentBytes] = [(await cpu()) - cpuBefore, (await sent(pages)) - sentBefore];
		const seconds = (performance.now() - began) / 1000;
		return {
			...{ carrier, people, firstMs: Math.round(firstMs), allMs: Math.round(allMs) },
			cpu: Math.round(cpuMs / seconds),
			sentKbps: Math.round((sentBytes * 8) / 1000 / seconds / people)
		};
	} catch (error) {
		if (error instanceof OutOfPatience) return null;
		throw error;
	} finally {
		for (const page of pages) await page.context().close();
	}
}

class OutOfPatience extends Error {}

async function sent(pages: Page[]): Promise<number> {
	const counted = await Promise.all(pages.map(count));
	return counted.reduce((sum, { bytesSent }) => sum + bytesSent, 0);
}

async function ask<Answer>(
	page: Page,
	question: (bench: CallBench, others: number) => Answer | Promise<Answer>,
	others = 0
): Promise<Answer> {
	const bench = await page.evaluateHandle(() => (window as unknown as { callBench: CallBench }).callBench);
	const answer = bench.evaluate(question, others);
	// When the page is closed nobody waits for it any more.
	answer.catch(() => undefined);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new OutOfPatience()), PATIENCE_MS);
	});
	return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
}
