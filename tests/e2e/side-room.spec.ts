import { expect, type Page, test } from '@playwright/test';
import { atTheDoor, type Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { framesOf, lead, ownBar } from '../support/in-the-room.ts';

/** A flag, and the way from it to a word alone and back, with cameras on. */

let demo: Demo;
demoOfFile((started) => (demo = started));

test('S04 from a call for support to the side room and back: the group sees neither face meanwhile, and both again afterwards', async ({
	browser
}) => {
	const [dana, ana, ben] = (await Promise.all(
		['Dana', 'Ana', 'Ben'].map((name) => atTheDoor(browser, demo, name))
	)) as [Page, Page, Page];
	await lead(dana);
	for (const page of [ana, ben]) {
		await page.getByRole('button', { name: 'Check my camera' }).click();
		await page.getByRole('button', { name: 'With camera' }).click();
		await page.getByRole('button', { name: 'Ask to come in' }).click();
	}
	await dana.getByRole('button', { name: /Let all 2 in/ }).click();
	for (const page of [ana, ben])
		await ownBar(page)
			.getByRole('button', { name: /camera/i })
			.click();
	await dana.getByRole('button', { name: /^Begin/ }).click();
	for (const page of [dana, ana, ben])
		await expect.poll(() => facesMoving(page), { timeout: 60_000 }).toBe(3);

	await ana.getByRole('banner').getByRole('button', { name: 'Support' }).click();
	await ana.getByRole('button', { name: 'Ask for support now' }).click();
	await ana.keyboard.press('Escape');
	await dana.getByRole('button', { name: 'I have seen it' }).click();
	await dana.getByRole('button', { name: 'Step aside with Ana' }).click();

	await expect(ana.getByText(/You are in the side room with Dana/)).toBeVisible();
	await expect(ben.getByText('Dana has stepped out and will be back soon.')).toBeVisible();
	await expect(ben.getByText('Writing is paused for a moment.')).toBeVisible();
	await expect(ben.getByText(/asks for support/)).toHaveCount(0);
	await expect.poll(() => facesMoving(ana), { timeout: 60_000 }).toBe(2);
	// Ben sees his own face alone: nothing of the two reaches his browser.
	await expect.poll(() => facesMoving(ben), { timeout: 60_000 }).toBe(1);

	expect(await devicesOf(ana)).toEqual(DEVICES);
	await dana.getByRole('button', { name: 'Back to the group' }).click();
	for (const page of [ana, ben]) await expect.poll(() => facesMoving(page), { timeout: 60_000 }).toBe(3);
	await expect(ben.getByText('Dana has stepped out and will be back soon.')).toHaveCount(0);
	await dana.getByLabel('What was done').fill('A word alone; she stays.');
	await dana.getByRole('button', { name: 'Record and close' }).click();
	await expect(dana.getByText('Ana asks for support')).toHaveCount(0);
	expect(await framesOf(ben)).toBeGreaterThan(30);

	// Into a room and back, microphone and camera stay as each had them, too.
	await dana.getByText('Pairs or rooms').click();
	await dana.getByRole('button', { name: /^Open one room/ }).click();
	for (const page of [ana, ben]) {
		await expect(page.locator('.banner', { hasText: /^\s*Room 1/ })).toBeVisible();
		await expect.poll(() => facesMoving(page), { timeout: 60_000 }).toBe(2);
		expect(await devicesOf(page)).toEqual(DEVICES);
	}
	await dana.getByRole('button', { name: 'Now', exact: true }).click();
	for (const page of [ana, ben]) {
		await expect.poll(() => facesMoving(page), { timeout: 60_000 }).toBe(3);
		expect(await devicesOf(page)).toEqual(DEVICES);
	}
});

const DEVICES = ['Mic false', 'Camera true'];

/** Whether a person's microphone and camera are on, as their bar says. */
function devicesOf(page: Page): Promise<string[]> {
	return ownBar(page)
		.getByRole('button', { name: /^(Mic|Camera)/ })
		.evaluateAll((buttons) =>
			buttons.map(
				(one) => `${one.textContent?.includes('Mic') ? 'Mic' : 'Camera'} ${one.getAttribute('aria-pressed')}`
			)
		);
}

/** How many pictures on a page have shown a new frame within a second. */
function facesMoving(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const frames = () =>
			[...document.querySelectorAll('video')].map((one) => one.getVideoPlaybackQuality().totalVideoFrames);
		const before = frames();
		await new Promise((resolve) => setTimeout(resolve, 1000));
		return frames().filter((count, index) => count > (before[index] ?? 0)).length;
	});
}
