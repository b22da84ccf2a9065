import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { lead } from '../support/in-the-room.ts';
import { hrefOf } from '../tour/look.ts';

/** Taking part without being seen or heard, one's own picture put away, and the paper of an evening. */

let demo: Demo;
demoOfFile((started) => (demo = started));

test('who tests their link hears what will work; who just listens sees the others and asks for no device; one’s own picture can be hidden from oneself alone', async ({
	browser
}) => {
	const [dana, ana] = (await Promise.all(['Dana', 'Ana'].map((name) => signedIn(browser, demo, name)))) as [
		Page,
		Page
	];
	await ana.addInitScript(() => {
		const { mediaDevices } = navigator;
		const asked = mediaDevices.getUserMedia.bind(mediaDevices);
		mediaDevices.getUserMedia = (wish) => {
			document.documentElement.dataset.asked = 'yes';
			return asked(wish);
		};
	});
	for (const page of [dana, ana]) await page.goto(`${demo.url}/sessions/${demo.session}/room`);
	await lead(dana);
	await ana.getByRole('button', { name: 'Test my link' }).click();
	await expect(ana.getByText(/^Voices and faces should work well/)).toBeVisible({ timeout: 60_000 });
	await expect(ana.getByText(/ms there and back, .*bit\/s to you, .*bit\/s from you/)).toBeVisible();
	await ana.getByRole('button', { name: 'Just listen' }).click();
	await ana.getByRole('button', { name: 'Ask to come in' }).click();
	await dana.getByRole('button', { name: /^Let in\s*Ana/ }).click();
	await expect(ana.getByRole('toolbar', { name: 'You and the room' })).toBeVisible();
	await expect(dana.getByText(/Ana — listening/)).toBeVisible();
	await expect.poll(() => framesOf(ana, 'Dana'), { timeout: 120_000 }).toBeGreaterThan(3);
	expect(await ana.evaluate(() => document.documentElement.dataset.asked)).toBeUndefined();
	await expect(tile(dana, 'Ana').locator('video')).toHaveCount(0);

	await expect(tile(dana, 'Dana').locator('video')).toHaveCount(1);
	await dana.getByRole('button', { name: 'View', exact: true }).click();
	await dana.getByRole('checkbox', { name: 'Show me my own picture' }).uncheck();
	await dana.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
	await expect(tile(dana, 'Dana').locator('video')).toHaveCount(0);
	await expect(tile(dana, 'Dana').getByText('hidden from you')).toBeAttached();
	const seen = await framesOf(ana, 'Dana');
	await expect.poll(() => framesOf(ana, 'Dana'), { timeout: 120_000 }).toBeGreaterThan(seen + 3);
});

test('what was made is printed without what only a screen needs', async ({ browser }) => {
	const page = await signedIn(browser, demo, 'Ben');
	await page.goto(`${demo.url}/home`);
	await page.goto(`${demo.url}${await hrefOf(page, /^\/groups\/[\w-]{22}$/)}/past`);
	await page.goto(`${demo.url}${await hrefOf(page, /\/review$/)}`);
	await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
	const words = page.getByRole('main').getByRole('heading').first();
	await page.emulateMedia({ media: 'print' });
	await expect(words).toBeVisible();
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeHidden();
});

const tile = (page: Page, name: string) =>
	page.locator('.tile').filter({ hasText: new RegExp(`\\b${name}\\b`) });

function framesOf(page: Page, name: string): Promise<number> {
	return tile(page, name)
		.locator('video')
		.evaluateAll(
			([video]) => (video as HTMLVideoElement | undefined)?.getVideoPlaybackQuality().totalVideoFrames ?? 0
		);
}
