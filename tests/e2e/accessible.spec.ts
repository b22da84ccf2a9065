import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn, startDemo } from '../support/demo.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { NARROW, type Look, type Screen } from '../tour/look.ts';
import { takeTour } from '../tour/whole-tour.ts';

/** One tour of every screen, with the room in all its states; what was found on it is told below. */
const found = { axe: [] as string[], tooWide: [] as string[], refused: [] as string[] };
/** Looked at anew in the second theme; the rest of a page is the same in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const SMALLEST = { width: 320, height: 640 };
/** For what changes at a change of width or theme. */
const SETTLE_MS = 200;

// A picture of every step of a tour this long would cost more than the tour.
test.use({ trace: 'off', screenshot: 'off' });

let demo: Demo;
test.beforeAll(async () => {
	demo = await startDemo();
});
test.afterAll(everyoneLeaves);
test.afterAll(async () => {
	await demo.process.stop();
});

test('axe clean on every screen in both themes; each fits a small phone; none asks for what our policy refuses (R39)', async ({
	browser
}) => {
	const style = { reducedMotion: 'reduce' as const };
	const listening = (page: Page) => {
		page.on('console', (said) => {
			if (/Content Security Policy/.test(said.text())) found.refused.push(`${page.url()}: ${said.text()}`);
		});
		return page;
	};
	await takeTour({
		...{ browser, demo, look },
		as: async (name) => listening(await signedIn(browser, demo, name, style)),
		asVisitor: async () => listening(await (await browser.newContext(style)).newPage())
	});
	expect(found).toEqual({ axe: [], tooWide: [], refused: [] });
});

const look: Look = async (page, screen) => {
	const before = page.viewportSize()!;
	if (screen.only === 'narrow') await page.setViewportSize(NARROW);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.waitForTimeout(SETTLE_MS);
	await check(page, screen, 'light');
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.waitForTimeout(SETTLE_MS);
	await check(page, screen, 'dark');
	if (screen.only !== 'wide') await measure(page, screen);
	await page.setViewportSize(before);
};

async function check(page: Page, { name }: Screen, theme: 'light' | 'dark'): Promise<void> {
	const axe = new AxeBuilder({ page }).setLegacyMode();
	if (theme === 'dark') axe.withRules(RULES_OF_COLOUR);
	const { violations } = await axe.analyze();
	found.axe.push(...violations.map(({ id, nodes }) => `${name}, ${theme}: ${id} ${nodes[0]?.html}`));
}

async function measure(page: Page, { name }: Screen): Promise<void> {
	await page.setViewportSize(SMALLEST);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	if (width > SMALLEST.width) found.tooWide.push(`${name}: ${width}`);
}
