import { expect, type Page, test } from '@playwright/test';
import { atTheDoor, type Demo, signedIn, startDemo } from '../support/demo.ts';

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

	const situation = (page: Page) => page.getByRole('textbox', { name: /What happened/ });
	await test.step('worksheet: private first, and saved', async () => {
		await dana.getByRole('button', { name: /^Next: Thought record/ }).click();
		await situation(ben).fill(SHOWN);
		await situation(ana).fill(SECRET);
		await expect(ana.getByText('Saved', { exact: true }).first()).toBeVisible();
		await expect(ana.getByText(/after you press Done/).first()).toBeVisible();
		for (const page of [dana, ben, chris]) await expect(page.getByText(SECRET)).toHaveCount(0);
	});

	await test.step('a reload in the middle keeps seat, step and words; the camera stays off', async () => {
		await ana.reload();
		await expect(situation(ana)).toHaveValue(SECRET);
		await expect(ana.getByRole('toolbar').getByRole('button', { name: /camera/i })).toHaveAttribute(
			'aria-pressed',
			'false'
		);
	});

	await test.step('words written without a network are kept, said to be unsent, and sent later', async () => {
		await chris.context().setOffline(true);
		await situation(chris).fill('Written on the train.');
		await expect(chris.getByText(/Not sent yet/).first()).toBeVisible();
		await chris.context().setOffline(false);
		await expect(chris.getByText('Saved', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
	});

	await test.step('while locked nobody writes, and what is written stays', async () => {
		await dana.getByRole('button', { name: 'Pause writing' }).click();
		await expect(situation(ben)).not.toBeEditable();
		await expect(situation(ben)).toHaveValue(SHOWN);
		await dana.getByRole('button', { name: 'Pause writing' }).click();
		await expect(situation(ben)).toBeEditable();
	});

	await test.step('an answer is shown by its author’s tap, to keep (S12)', async () => {
		await dana.getByText('Ask to show answers').click();
		await dana.getByRole('checkbox', { name: 'What happened?' }).check();
		await dana.getByRole('button', { name: 'Ask', exact: true }).click();
		const asked = ben.getByRole('region', { name: 'Would you like to show something?' });
		await asked.getByRole('radio', { name: /with my name/i }).check();
		await asked.getByRole('radio', { name: /keep/i }).check();
		await asked.getByRole('button', { name: 'Show', exact: true }).click();
		for (const page of [dana, ana, chris]) await expect(page.getByText(SHOWN).first()).toBeVisible();
		await expect(chris.getByText(SECRET)).toHaveCount(0);
	});

	await test.step('the facilitator ends and signs off', async () => {
		await dana.getByText('All steps, the timer, the end').click();
		await dana.getByRole('button', { name: 'End the session' }).click();
		await dana.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
		await expect(ana.getByRole('toolbar')).toHaveCount(0);
		await dana.goto(`${demo.url}/sessions/${demo.session}/sign-off`);
		await dana.getByRole('button', { name: 'Sign off' }).click();
		await dana.waitForURL(/review/);
	});

	await test.step('each looks back at what is theirs, and at nobody else’s', async () => {
		const review = `${demo.url}/sessions/${demo.session}/review`;
		for (const page of [ana, ben, chris]) await page.goto(review);
		await expect(ana.getByText(SECRET).first()).toBeVisible();
		await expect(ana.getByText(SHOWN).first()).toBeVisible();
		await expect(ben.getByText(SECRET)).toHaveCount(0);
		await expect(chris.getByText(SECRET)).toHaveCount(0);
		const elif = await signedIn(browser, demo, 'Elif');
		const refused = await elif.goto(review);
		expect(await elif.getByText(SHOWN).count()).toBe(0);
		expect([200, 404]).toContain(refused?.status());
	});

	await test.step('no third party was asked for anything', () => {
		expect(requests.filter((url) => new URL(url).origin !== demo.url && !url.startsWith('blob:'))).toEqual(
			[]
		);
	});
});

async function checkIn(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'Good', exact: true }).check({ force: true });
	await page.getByRole('radio', { name: /numbers/i }).check({ force: true });
	await page.getByRole('button', { name: 'Done' }).click();
}

/** How many pictures of anybody a page has shown. */
function framesOf(page: Page): Promise<number> {
	return page.evaluate(() =>
		[...document.querySelectorAll('video')].reduce(
			(sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames,
			0
		)
	);
}
