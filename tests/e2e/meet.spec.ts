import { expect, type Page, test } from '@playwright/test';
import { type Demo, startDemo } from '../support/demo.ts';
import { arrives, camera, comesIn, isOff, isOn, mic } from '../support/in-the-call.ts';
import { askedFor, framesOn, plugIn, tileOf, unplug } from '../support/watched-devices.ts';

/** Meeting in the real room: a facilitator and two members, their faces counted by the frames that arrive. */

let demo: Demo;
test.beforeAll(async () => {
	demo = await startDemo();
});
test.afterAll(async () => {
	await demo.process.stop();
});

const HEARD_AND_SEEN = 'The group hears and sees you.';

/** A device that is busy with other things sends few pictures, by design: so there is time. */
async function seesMoving(page: Page, ...names: string[]): Promise<void> {
	for (const name of names) {
		const before = await framesOn(page, name);
		await expect
			.poll(() => framesOn(page, name), { message: `frames of ${name}`, timeout: 60_000 })
			.toBeGreaterThan(before + 10);
	}
}

const seatsOn = (page: Page) =>
	page.locator('.tile').evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-person')));

test('three people meet: muted and unmuted, seen and unseen, by voice, in writing, and never switched on by anything but their own tap', async ({
	browser
}) => {
	const dana = await arrives(browser, demo, 'Dana');
	await test.step('the lobby says how much data an hour takes, and names the oldest browsers', async () => {
		await expect(dana.getByText(/An hour takes about .* MB with pictures/)).toBeVisible();
		await dana.getByText('What works without camera and microphone?').click();
		await expect(dana.getByText(/Chrome and Edge 109, Firefox 115, and Safari 16\.4/)).toBeVisible();
	});
	await dana.getByRole('button', { name: 'Check my camera' }).click();
	await comesIn(dana, 'With camera');
	const ana = await arrives(browser, demo, 'Ana');
	await comesIn(ana, 'Without camera', dana);
	const ben = await arrives(browser, demo, 'Ben');
	await comesIn(ben, 'Without camera', dana);
	const people = [dana, ana, ben];

	await test.step('S20 who is let in has camera and microphone off, and the page has asked for neither', async () => {
		await seesMoving(ana, 'Dana');
		for (const page of [ana, ben]) {
			await isOff(mic(page));
			await isOff(camera(page));
			expect(await askedFor(page)).toBe(0);
		}
	});
	const seats = await seatsOn(dana);

	await test.step('a tap turns each on, and everyone sees and hears everyone', async () => {
		for (const page of [ana, ben]) {
			await mic(page).click();
			await camera(page).click();
		}
		await seesMoving(dana, 'Ana', 'Ben');
		await seesMoving(ana, 'Dana', 'Ben');
		await seesMoving(ben, 'Dana', 'Ana');
		for (const page of people) await expect(page.getByText(HEARD_AND_SEEN)).toBeVisible();
	});

	await test.step('a ring shows who speaks, and muted is said on the tile', async () => {
		await expect(tileOf(dana, 'Ana').getByText('speaking')).toBeAttached();
		await mic(ana).click();
		await expect(tileOf(dana, 'Ana').getByText('muted')).toBeVisible();
		await expect(tileOf(dana, 'Ana').getByText('speaking')).toHaveCount(0);
		await mic(ana).click();
		await expect(tileOf(dana, 'Ana').getByText('speaking')).toBeAttached();
	});

	await test.step('another camera and microphone are chosen in the room', async () => {
		await ana.getByRole('button', { name: 'More' }).click();
		const cameras = ana.getByRole('combobox', { name: 'Camera' });
		const used = await cameras.inputValue();
		await cameras.selectOption({ index: 1 });
		await ana.getByRole('combobox', { name: 'Microphone' }).selectOption({ index: 2 });
		await expect(cameras).not.toHaveValue(used);
		await ana.keyboard.press('Escape');
		await isOn(camera(ana));
		await seesMoving(dana, 'Ana');
		await seesMoving(ben, 'Ana');
		await expect(ana.getByText(HEARD_AND_SEEN)).toBeVisible();
	});

	await test.step('my own picture can be hidden from me alone', async () => {
		await ana.getByRole('button', { name: 'View' }).click();
		await ana.getByRole('checkbox', { name: 'Show me my own picture' }).uncheck();
		await ana.keyboard.press('Escape');
		await expect(tileOf(ana, 'Ana').locator('video')).toHaveCount(0);
		await expect(tileOf(ana, 'Ana').getByText('Camera is on')).toBeVisible();
		await seesMoving(dana, 'Ana');
	});

	await test.step('hands stand in order, on tiles and in the facilitator’s list', async () => {
		await ben.getByRole('button', { name: 'Hand' }).click();
		await expect(tileOf(dana, 'Ben').getByText('1st')).toBeVisible();
		await ana.getByRole('button', { name: 'Hand' }).click();
		await expect(tileOf(dana, 'Ana').getByText('2nd')).toBeVisible();
		await expect(dana.getByText('1. Ben')).toBeVisible();
		await dana.getByRole('button', { name: 'Lower the hand of Ben' }).click();
		await expect(tileOf(ben, 'Ana').getByText('1st')).toBeVisible();
	});

	await test.step('voice only is one tap away on a phone: no faces come or go, the voice stays', async () => {
		await ben.setViewportSize({ width: 390, height: 844 });
		await ben.getByRole('button', { name: 'Voice only' }).click();
		await expect(ben.locator('video')).toHaveCount(0);
		await expect(tileOf(dana, 'Ben').locator('video')).toHaveCount(0);
		await isOn(mic(ben));
		await expect(tileOf(dana, 'Ben').getByText('speaking')).toBeAttached();
		await expect(ben.getByText('The group hears you.')).toBeVisible();
		await ben.getByRole('button', { name: 'With faces' }).click();
		await seesMoving(ben, 'Dana', 'Ana');
		await isOff(camera(ben));
	});

	await test.step('text only ends sound and faces, outlives a reload, and asks for no part in the call', async () => {
		await ben.getByRole('button', { name: 'Text only' }).click();
		await isOff(mic(ben));
		await expect(ben.locator('video')).toHaveCount(0);
		await expect(tileOf(dana, 'Ben').getByText('text only')).toBeVisible();
		const tickets: string[] = [];
		ben.on('request', (request) => /media-ticket/.test(request.url()) && tickets.push(request.url()));
		await ben.reload();
		await expect(ben.getByRole('button', { name: 'Text only' })).toHaveAttribute('aria-pressed', 'true');
		await expect(tileOf(dana, 'Ben').getByText('text only')).toBeVisible();
		expect(tickets).toEqual([]);
		await ben.getByRole('button', { name: 'With faces' }).click();
		await seesMoving(ben, 'Dana', 'Ana');
		expect(await askedFor(ben)).toBe(0);
	});

	await test.step('a camera that is unplugged is off, is said, and plugging it in turns nothing on', async () => {
		await unplug(ana, 'video');
		await isOff(camera(ana));
		await expect(ana.getByText(/Your camera is gone, perhaps unplugged/)).toBeVisible();
		await expect(tileOf(dana, 'Ana').locator('video')).toHaveCount(0);
		const asked = await askedFor(ana);
		await plugIn(ana);
		await ana.waitForTimeout(1_500);
		await isOff(camera(ana));
		expect(await askedFor(ana)).toBe(asked);
		await ana.getByRole('button', { name: 'Use another camera' }).click();
		await seesMoving(dana, 'Ana');
	});

	await test.step('S07 the brakes turn a microphone and a picture off, and nobody but Ana turns them on', async () => {
		const forAna = dana.getByRole('listitem').filter({ hasText: 'For Ana' });
		await dana.getByText('For Ana').click();
		await forAna.getByRole('button', { name: 'Mute' }).click();
		await isOff(mic(ana));
		await expect(ana.getByText(/has turned your microphone off/)).toBeVisible();
		await forAna.getByRole('button', { name: 'Stop the picture' }).click();
		await isOff(camera(ana));
		await expect(tileOf(ben, 'Ana').getByText('picture stopped')).toBeVisible();
		await forAna.getByRole('button', { name: 'Stop the picture' }).click();
		await expect(tileOf(ben, 'Ana').getByText('picture stopped')).toHaveCount(0);
		await ana.waitForTimeout(1_000);
		await isOff(mic(ana));
		await isOff(camera(ana));
		await mic(ana).click();
		await camera(ana).click();
		await seesMoving(dana, 'Ana');
	});

	await test.step('after a reload camera and microphone are off, the seat is the same, and the faces are back', async () => {
		await ana.reload();
		await seesMoving(ana, 'Dana');
		await isOff(mic(ana));
		await isOff(camera(ana));
		expect(await askedFor(ana)).toBe(0);
		for (const page of people) expect(await seatsOn(page)).toEqual(seats);
	});
});
