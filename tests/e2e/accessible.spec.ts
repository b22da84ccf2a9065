import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn, startDemo } from '../support/demo.ts';

/** Every screen that can be reached by its address, in both themes (WCAG 2.2 AA as far as axe can tell). */

let demo: Demo;
test.beforeAll(async () => {
	demo = await startDemo();
});
test.afterAll(async () => {
	await demo.process.stop();
});

test('axe finds nothing on the screens of a visitor, in both themes', async ({ page }) => {
	for (const path of ['/', '/help', '/sign-in', '/join/under-18']) await mustBeClean(page, path);
});

test('axe finds nothing on the screens of a facilitator, in both themes', async ({ browser }) => {
	const page = await signedIn(browser, demo, 'Dana');
	await page.goto(`${demo.url}/home`);
	const group = await hrefOf(page, /^\/groups\/[A-Za-z0-9_-]{22}$/);
	const next = `/sessions/${demo.session}`;
	const paths = [
		'/home',
		'/groups/new',
		group,
		`${group}/past`,
		`${group}/sessions/new`,
		'/account',
		'/practice'
	];
	for (const path of [...paths, next, `${next}/plan`, `${next}/room`]) await mustBeClean(page, path);
	await page.goto(`${demo.url}${group}/past`);
	await mustBeClean(page, await hrefOf(page, /\/review$/));
});

test('axe finds nothing on the screens of a member, in both themes', async ({ browser }) => {
	const page = await signedIn(browser, demo, 'Ana');
	for (const path of ['/home', '/account', `/sessions/${demo.session}`, `/sessions/${demo.session}/room`]) {
		await mustBeClean(page, path);
	}
});

async function mustBeClean(page: Page, path: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.goto(`${demo.url}${path}`);
		await page.getByRole('heading').first().waitFor();
		const { violations } = await new AxeBuilder({ page }).analyze();
		const found = violations.map(({ id, nodes }) => `${path} ${colorScheme}: ${id} ${nodes[0]?.html}`);
		expect(found).toEqual([]);
	}
}

async function hrefOf(page: Page, pattern: RegExp): Promise<string> {
	const hrefs = await page
		.locator('a')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	const found = hrefs.find((href) => pattern.test(href));
	if (!found) throw new Error(`No link like ${pattern} on ${page.url()}.`);
	return found;
}
