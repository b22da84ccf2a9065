import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { buildPage } from '../support/build-page.ts';
import type { InkPage, Look } from '../support/ink-page/main.ts';

/** Ink that was moved in the window, beside the same ink painted anew: nobody must be able to tell which is which. */

declare global {
	interface Window {
		inkPage: InkPage;
	}
}

const LINES = 600;
/** Closer than the whole sheet, so that there is something on every side. */
const START: Look = { scale: 0.8, x: -300.4, y: -200.7 };
const by = (x: number, y: number): Look => ({ ...START, x: START.x + x, y: START.y + y });

/** Pixels at the edge of a line that was cut off by the window: of one line alone there are several hundred. */
const UNSEEN = 100;

const WAYS: [string, Look[]][] = [
	['to the right', [START, by(-57, 0)]],
	['up and to the left', [START, by(90, 41)]],
	['twice, and partly back', [START, by(-120, -80), by(-60, 30)]],
	['further than the window is wide', [START, by(-700, 0)]],
	['by parts of a pixel', [START, by(-10.5, 3.25)]],
	['closer', [START, { scale: 1.3, x: -600, y: -400 }]],
	[
		'closer and back, to the same scale but for the last digits',
		[START, { ...by(12, -7), scale: 0.8 * (1 + 1e-12) }]
	]
];

let page: Page;
test.beforeAll(async ({ browser }) => {
	const entry = fileURLToPath(new URL('../support/ink-page/main.ts', import.meta.url));
	const built = await buildPage({ entry, body: '' });
	page = await browser.newPage();
	await built.open(page);
});
test.afterAll(() => page.close());

for (const [way, looks] of WAYS) {
	test(`ink looks the same after the view moved ${way}`, async () => {
		await page.evaluate(([lines, all]) => window.inkPage.show(lines, all), [LINES, looks] as const);
		const { different, inked } = await page.evaluate(() => window.inkPage.compare());
		expect(inked).toBeGreaterThan(20_000);
		expect(different).toBeLessThan(UNSEEN);
	});

	test(`a line that comes and one that goes while the view moves ${way} are seen`, async () => {
		await page.evaluate(([lines, all]) => window.inkPage.showWithChange(lines, all), [LINES, looks] as const);
		const { different } = await page.evaluate(() => window.inkPage.compare());
		expect(different).toBeLessThan(UNSEEN);
	});
}
