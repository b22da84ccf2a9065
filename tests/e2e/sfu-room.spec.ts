import { expect, test, type Page } from '@playwright/test';
import { signedIn, startDemo, type Demo } from '../support/demo.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { lead } from '../support/in-the-room.ts';
import { missingJanus } from '../support/janus.ts';

/** The product itself with an SFU, under its own rules of what a page may load and run. */

let demo: Demo | undefined;
const missing = missingJanus();

test.beforeAll(async () => {
	if (missing) console.log(missing);
	test.skip(missing !== null, missing ?? '');
	demo = await startDemo({ SFU: 'janus', SFU_ABOVE: '0', SFU_PORTS: '23000-23199' });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => demo?.process.stop());

const tile = (page: Page, name: string) =>
	page.locator('.tile').filter({ hasText: new RegExp(`\\b${name}\\b`) });

const framesOf = (page: Page, name: string) =>
	tile(page, name)
		.locator('video')
		.evaluateAll(
			([video]) => (video as HTMLVideoElement | undefined)?.getVideoPlaybackQuality().totalVideoFrames ?? 0
		);

test('two people meet through the SFU, know that nobody stands between, and no page breaks a rule of its own; the practice can try it', async ({
	browser
}) => {
	if (!demo) return;
	const broken: string[] = [];
	const pages: Page[] = [];
	for (const name of ['Dana', 'Ana']) {
		const page = await signedIn(browser, demo, name);
		page.on('console', (message) => {
			if (message.type() === 'error') broken.push(message.text());
		});
		page.on('pageerror', (error) => broken.push(error.message));
		await page.goto(`${demo.url}/sessions/${demo.session}/room`);
		pages.push(page);
	}
	const [dana, ana] = pages as [Page, Page];
	await lead(dana);
	await ana.getByRole('button', { name: 'Check my camera' }).click();
	await ana.getByRole('button', { name: 'With camera' }).click();
	await ana.getByRole('button', { name: 'Ask to come in' }).click();
	await dana.getByRole('button', { name: /^Let in\s*Ana/ }).click();
	await ana.getByRole('button', { name: /^Camera/ }).click();
	await expect.poll(() => framesOf(ana, 'Dana'), { timeout: 120_000 }).toBeGreaterThan(10);
	await expect.poll(() => framesOf(dana, 'Ana'), { timeout: 120_000 }).toBeGreaterThan(10);

	const words: string[] = [];
	for (const page of pages) {
		await page.getByRole('button', { name: 'More', exact: true }).click();
		const said = page.getByRole('dialog').locator('.words');
		await expect(said).toHaveText(/^(\w+ · ){3}\w+$/, { timeout: 60_000 });
		words.push((await said.textContent()) ?? '');
		await page.keyboard.press('Escape');
	}
	expect(words[0]).toBe(words[1]);

	const seen = await framesOf(dana, 'Ana');
	await expect.poll(() => framesOf(dana, 'Ana'), { timeout: 60_000 }).toBeGreaterThan(seen + 5);
	expect(broken).toEqual([]);

	const practice = await dana.context().newPage();
	await practice.goto(`${demo.url}/practice/call`, { waitUntil: 'networkidle' });
	await practice.getByRole('button', { name: 'Try everything' }).click();
	const sfu = practice.getByRole('listitem').filter({ hasText: 'The SFU of larger calls' });
	await expect(sfu).toContainText(/Works, after \d+ ms\./, { timeout: 60_000 });
	const status = await ana.evaluate(
		async () => (await fetch('/practice/call/sfu', { method: 'POST', body: '{"sdp":"v=0"}' })).status
	);
	expect(status).toBe(403);
});
