import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atTheBoard } from '../support/at-the-board.ts';
import { atTheDoor, type Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { seenInk } from '../support/seen-ink.ts';
import { end } from '../support/in-the-room.ts';
import { plainPng } from '../support/png-file.ts';

/** Pictures on the board: put there by hand and by keyboard, without what was hidden in them, hidden at once, kept. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const SMALLEST = { width: 320, height: 640 };
const PLACE = 'GPS 53.2707N 9.0568W';
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Drawing tools' });
const pictureOn = (page: Page, words: string) =>
	page.getByRole('button', { name: new RegExp(`^Picture: ${words}`) });
const fileOf = (colour: number) => ({
	name: 'IMG_2041 Galway.png',
	mimeType: 'image/png',
	buffer: plainPng({ width: 2000, height: 1500, colour, words: PLACE })
});
/** Whether the pixels of a picture have come. */
const isPainted = (page: Page, words: string) =>
	pictureOn(page, words)
		.locator('image')
		.evaluate(async (image) => {
			const reply = await fetch(image.getAttribute('href')!);
			return reply.ok && (await createImageBitmap(await reply.blob())).width > 0;
		});

test('a member puts pictures on the board; they are scaled and clean, locked to those who see the board, hidden at once, and kept with their words (R51, S07, S12)', async ({
	browser
}) => {
	const { dana, ana, ben } = await atTheBoard(browser, demo);

	await test.step('chosen by keyboard, described, and seen by everyone', async () => {
		await toolbar(ana).getByRole('button', { name: 'Picture' }).focus();
		await ana.keyboard.press('Enter');
		await ana.getByLabel('A picture from this device').setInputFiles(fileOf(90));
		await expect(ana.getByLabel('What does it show?')).toBeFocused();
		await ana.keyboard.type('the harbour at night');
		await ana.keyboard.press('Tab');
		await ana.keyboard.press('Enter');
		await expect(pictureOn(ana, 'the harbour at night, by you')).toBeFocused();
		for (const page of [dana, ben]) {
			await expect(pictureOn(page, 'the harbour at night, by Ana')).toBeVisible();
			expect(await isPainted(page, 'the harbour at night')).toBe(true);
		}
	});

	const address = await pictureOn(ben, 'the harbour at night').locator('image').getAttribute('href');
	await test.step('what reached the server is small, a picture and nothing else, and for nobody who is not in the room', async () => {
		const reply = await ben.request.get(`${demo.url}${address}`);
		const bytes = await reply.body();
		expect(bytes.includes(PLACE)).toBe(false);
		expect(Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20))).toBe(1280);
		expect(reply.headers()).toMatchObject({
			'content-type': 'image/png',
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store',
			'content-security-policy': "default-src 'none'; sandbox"
		});
		const outside = await atTheDoor(browser, demo, 'Chris');
		expect((await outside.request.get(`${demo.url}${address}`)).status()).toBe(404);
		await outside.context().close();
	});

	await test.step('the server cleans by itself what another program sends, and takes nothing that is no picture', async () => {
		const to = `${demo.url}${address!.slice(0, address!.lastIndexOf('/'))}`;
		const post = (data: Buffer) => ben.request.post(to, { data, headers: { Origin: demo.url } });
		const raw = await post(plainPng({ words: PLACE }));
		const { id } = (await raw.json()) as { id: string };
		expect((await (await ben.request.get(`${to}/${id}`)).body()).includes(PLACE)).toBe(false);
		// It stands on no board, so it is Ben's alone.
		expect((await ana.request.get(`${to}/${id}`)).status()).toBe(404);
		const page = await post(Buffer.from('<!doctype html><script>alert(1)</script>'));
		expect(page.status()).toBe(400);
	});

	await test.step('pasted and dropped it is offered, too', async () => {
		for (const how of ['paste', 'drop'] as const) {
			await ana.evaluate(
				async ({ bytes, how }) => {
					// A photo is dropped, as a camera would have made it.
					const canvas = new OffscreenCanvas(900, 600);
					canvas.getContext('2d')!.fillRect(100, 100, 300, 200);
					const photo = await canvas.convertToBlob({ type: 'image/jpeg' });
					const file =
						how === 'drop'
							? new File([photo], 'x.jpg', { type: 'image/jpeg' })
							: new File([new Uint8Array(bytes)], 'x.png', { type: 'image/png' });
					const carried = new DataTransfer();
					carried.items.add(file);
					const event =
						how === 'paste'
							? new ClipboardEvent('paste', { clipboardData: carried, bubbles: true })
							: new DragEvent('drop', { dataTransfer: carried, bubbles: true });
					document.querySelector('[role=application]')!.dispatchEvent(event);
				},
				{ bytes: [...plainPng()], how }
			);
			await ana.getByLabel('What does it show?').fill(`by ${how}`);
			await ana.getByRole('button', { name: 'Put on the board' }).click();
			await expect(pictureOn(ben, `by ${how}`)).toBeVisible();
			expect(await isPainted(ben, `by ${how}`)).toBe(true);
		}
		await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await expect(pictureOn(ben, 'by drop')).toHaveCount(0);
	});

	await test.step('moved, made larger in its proportions and described anew by keys and in the list', async () => {
		const box = async () => (await pictureOn(ben, 'the harbour at night').boundingBox())!;
		const before = await box();
		await pictureOn(ana, 'the harbour at night').focus();
		await ana.keyboard.press('ArrowLeft');
		await ana.keyboard.press('Control+ArrowLeft');
		await expect.poll(async () => (await box()).width).toBeLessThan(before.width);
		await toolbar(ana).getByRole('button', { name: 'List' }).click();
		const row = ana.getByRole('article', { name: /^Picture: by paste/ });
		await row.getByLabel('What it shows').fill('my desk');
		await row.getByLabel('What it shows').blur();
		await expect(pictureOn(ben, 'my desk')).toBeVisible();
		const { violations } = await new AxeBuilder({ page: ana }).setLegacyMode().include('.board').analyze();
		expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
		await ana.getByRole('button', { name: 'Close the list' }).click();
	});

	await test.step('S07 the facilitator puts it away at once: it is on nobody’s board, and its bytes are for nobody', async () => {
		const hidden = await pictureOn(ben, 'my desk').locator('image').getAttribute('href');
		await expect(ben.getByRole('button', { name: /^Put away: / })).toHaveCount(0);
		// One tap on its corner, with the pen in hand: nothing is drawn by it.
		await toolbar(dana).getByRole('button', { name: 'Pen', exact: true }).click();
		await dana.getByRole('button', { name: /^Put away: Picture: my desk/ }).click();
		await expect(pictureOn(ben, 'my desk')).toHaveCount(0);
		await dana.getByRole('button', { name: /^Bring back: Picture: my desk/ }).click();
		await expect(pictureOn(ben, 'my desk')).toBeVisible();
		await dana.getByRole('button', { name: /^Put away: Picture: my desk/ }).click();
		await expect(pictureOn(ben, 'my desk')).toHaveCount(0);
		expect(await seenInk(ben)).toBeNull();
		expect((await ben.request.get(`${demo.url}${hidden}`)).status()).toBe(404);
		await ben.setViewportSize(SMALLEST);
		await toolbar(ben).getByRole('button', { name: 'Picture' }).click();
		await expect
			.poll(() => ben.evaluate(() => document.documentElement.scrollWidth))
			.toBeLessThanOrEqual(SMALLEST.width);
	});

	await test.step('it is kept with its words, shown to those who were there, and gone when its author takes it back', async () => {
		await end(dana);
		await dana.goto(`${demo.url}/sessions/${demo.session}/sign-off`);
		await dana.getByRole('button', { name: 'Sign off' }).click();
		await dana.waitForURL(/review/);
		const kept = dana.locator('svg image');
		await expect(kept).toHaveCount(1);
		await expect(dana.getByText('Picture: the harbour at night').first()).toBeVisible();
		const source = `${demo.url}${await kept.getAttribute('href')}`;
		expect((await dana.request.get(source)).headers()['content-type']).toBe('image/png');
		await ana.goto(`${demo.url}/sessions/${demo.session}/review`);
		await ana
			.getByRole('link', { name: /Take back/ })
			.first()
			.click();
		await ana.getByRole('button', { name: /Take (it|them) back/ }).click();
		await expect(ana.getByText('Picture: the harbour at night')).toHaveCount(0);
		expect((await dana.request.get(source)).status()).toBe(404);
	});
});
