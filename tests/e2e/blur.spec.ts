import { expect, test, type Locator, type Page } from '@playwright/test';
import { type Demo, signedIn, startDemo } from '../support/demo.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { lead } from '../support/in-the-room.ts';

/** What is behind a person is blurred on their own device, or their camera stays off: never shown as it is meanwhile. */

test.use({ actionTimeout: 60_000 });
const patiently = expect.configure({ timeout: 90_000 });

let demo: Demo;
test.beforeEach(async () => {
	demo = await startDemo();
});
test.afterEach(everyoneLeaves);
test.afterEach(() => demo.process.stop());

/** A device whose clock says that everything takes so many times what it takes: how strong it is must not hang on this machine. */
async function onDevice(page: Page, slower: number): Promise<void> {
	await page.addInitScript((times) => {
		const now = performance.now.bind(performance);
		performance.now = () => now() * times;
	}, slower);
}
const [QUICK, SLOW] = [1 / 20, 20];

/**
 * How much of a picture is neither flat nor an edge: blurred light. The pretended camera shows flat shapes with hard edges,
 * of which the model takes some for a person.
 */
const softness = (video: Locator) =>
	video.evaluate((element) => {
		const picture = element as HTMLVideoElement;
		const { videoWidth: width, videoHeight: height } = picture;
		if (width === 0) return null;
		const context = new OffscreenCanvas(width, height).getContext('2d')!;
		context.drawImage(picture, 0, 0);
		const { data } = context.getImageData(0, 0, width, height);
		if (data.every((value, at) => at % 4 === 3 || value === 0)) return null;
		let soft = 0;
		for (let at = 0; at + 4 < data.length; at += 4) {
			const step = Math.abs(data[at]! - data[at + 4]!);
			if (step > 0 && step < 12) soft++;
		}
		return (soft * 4) / data.length;
	});
/** As soon as there is any picture. */
async function firstSoftness(video: Locator): Promise<number> {
	let seen: number | null = null;
	await patiently
		.poll(async () => (seen = await softness(video).catch(() => null)), { intervals: [50] })
		.not.toBeNull();
	return seen!;
}
/** By so much blurred pictures are softer than plain ones. */
const SOFTER = 2;

const atTheDoor = async (page: Page) => {
	await page.goto(`${demo.url}/sessions/${demo.session}/room`);
	await page.getByRole('button', { name: 'Check my camera' }).click();
	await patiently(page.locator('.preview video')).toBeVisible();
};
const blurSwitch = (page: Page) => page.getByRole('checkbox', { name: 'Blur what is behind me' });

test('what is behind a person is blurred before anyone sees it, stays so after a reload, and is shown again when they wish it', async ({
	browser
}) => {
	const broken: string[] = [];
	const [dana, ana] = [await signedIn(browser, demo, 'Dana'), await signedIn(browser, demo, 'Ana')];
	ana.on('pageerror', (error) => broken.push(error.message));
	ana.on('request', (request) => {
		if (!request.url().startsWith(demo.url) && !request.url().startsWith('blob:')) broken.push(request.url());
	});
	await onDevice(ana, QUICK);
	await dana.goto(`${demo.url}/sessions/${demo.session}/room`);
	await lead(dana);

	await atTheDoor(ana);
	const plain = await firstSoftness(ana.locator('.preview video'));
	await blurSwitch(ana).press('Space');
	await expect(
		ana.getByText('Trying whether your device can do it: nobody sees you meanwhile.')
	).toBeVisible();
	await expect(ana.locator('.preview video')).toHaveCount(0);
	await patiently(ana.locator('.preview video')).toBeVisible();
	expect(await firstSoftness(ana.locator('.preview video'))).toBeGreaterThan(SOFTER * plain);
	expect(await faultsOfScreen(ana, { name: 'the device check with the blur' })).toEqual([]);

	await ana.getByRole('button', { name: 'With camera' }).click();
	await ana.getByRole('button', { name: 'Ask to come in' }).click();
	await dana.getByRole('button', { name: /^Let in\s*Ana/ }).click();
	const atDanas = dana
		.locator('.tile')
		.filter({ hasText: /\bAna\b/ })
		.locator('video');
	await ana.getByRole('button', { name: /^Camera/ }).click();
	const seen = [await firstSoftness(atDanas)];

	await ana.reload();
	await patiently(atDanas).toBeHidden();
	await ana.getByRole('button', { name: /^Camera/ }).click();
	seen.push(await firstSoftness(atDanas));

	await ana.getByRole('button', { name: 'More', exact: true }).click();
	await expect(blurSwitch(ana)).toBeChecked();
	expect(await faultsOfScreen(ana, { name: 'the blur in the room' })).toEqual([]);
	await blurSwitch(ana).press('Space');
	const least = Math.min(...seen);
	await patiently
		.poll(async () => (await softness(atDanas).catch(() => null)) ?? Infinity)
		.toBeLessThan(least / SOFTER);
	expect(broken).toEqual([]);
});

test('on a device that is too slow the camera stays off, the person is told why, and can show themselves without the blur', async ({
	browser
}) => {
	const ana = await signedIn(browser, demo, 'Ana');
	await onDevice(ana, SLOW);
	await atTheDoor(ana);
	await blurSwitch(ana).check();
	await patiently(ana.getByText(/so your camera is off/)).toBeVisible();
	await expect(ana.locator('.preview video')).toHaveCount(0);
	await expect(ana.getByText('Your camera is off.', { exact: true })).toBeVisible();
	await blurSwitch(ana).uncheck();
	await ana.getByRole('button', { name: 'Turn camera on' }).click();
	await patiently(ana.locator('.preview video')).toBeVisible();
	await expect(ana.getByText(/so your camera is off/)).toHaveCount(0);
});
