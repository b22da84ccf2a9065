import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atTheBoard } from '../support/at-the-board.ts';
import type { Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { end, writeNote } from '../support/in-the-room.ts';

/** Shapes, arrows and stamps on the board: by hand, by keyboard alone, and in what is kept. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const SMALLEST = { width: 320, height: 640 };
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Drawing tools' });
const shapeOn = (page: Page, name: RegExp) => page.locator('[data-shape]').and(page.getByLabel(name));
const bar = (page: Page) => page.locator('.chosen-bar');

/** Where a shape begins on the sheet, by its box on the screen. */
const placeOf = async (page: Page, name: RegExp) => (await shapeOn(page, name).boundingBox())!;

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
	const { x, y } = (await page.getByLabel(/^Drawing on sheet/).boundingBox())!;
	await page.mouse.move(x + from[0], y + from[1]);
	await page.mouse.down();
	await page.mouse.move(x + (from[0] + to[0]) / 2, y + (from[1] + to[1]) / 2, { steps: 4 });
	await page.mouse.move(x + to[0], y + to[1], { steps: 4 });
	await page.mouse.up();
}

test('a member draws an arrow between two notes, stamps, moves, groups and undoes by hand and by keyboard; another cannot change it; it is in what is kept', async ({
	browser
}) => {
	const { dana, ana, ben } = await atTheBoard(browser, demo);

	await test.step('an arrow drawn from one note to the next stays attached when a note is moved', async () => {
		await writeNote(ana, 'a bad night');
		await toolbar(ana).getByRole('button', { name: 'Shape' }).click();
		await ana.locator('.panel').getByText('Arrow').click();
		await ana.keyboard.press('Escape');
		await drag(ana, [200, 160], [420, 160]);
		const arrow = /^Arrow from “a bad night”, by/;
		await expect(shapeOn(ana, arrow)).toBeVisible();
		await expect(shapeOn(ben, /^Arrow from “a bad night”, by Ana/)).toBeVisible();
		const before = await placeOf(ben, arrow);
		await ana.getByRole('button', { name: /^Note by you.*a bad night/ }).focus();
		await ana.keyboard.press('Shift+ArrowDown');
		await expect.poll(async () => (await placeOf(ben, arrow)).height).not.toBe(before.height);
	});

	await test.step('by keyboard alone: a stamp is put, moved, made larger, laid, copied, grouped and taken back', async () => {
		await toolbar(ana).getByRole('button', { name: 'Stamp' }).focus();
		await ana.keyboard.press('Enter');
		await ana.getByRole('radio', { name: 'Calm' }).focus();
		await ana.keyboard.press('Space');
		await ana.getByRole('button', { name: 'Put it in the middle' }).focus();
		await ana.keyboard.press('Enter');
		const calm = shapeOn(ana, /^Calm/);
		await expect(calm).toBeFocused();
		const before = await placeOf(ana, /^Calm/);
		await ana.keyboard.press('ArrowRight');
		await ana.keyboard.press('Control+ArrowRight');
		const after = await placeOf(ana, /^Calm/);
		expect(after.x).toBeGreaterThan(before.x);
		expect(after.width).toBeGreaterThan(before.width);
		await bar(ana).getByRole('button', { name: 'More' }).click();
		await bar(ana).getByRole('button', { name: 'To the back' }).click();
		await bar(ana).getByRole('button', { name: 'Turn' }).click();
		await bar(ana).getByRole('button', { name: 'Duplicate' }).click();
		await expect(calm).toHaveCount(2);
		await expect(shapeOn(ben, /^Calm/)).toHaveCount(2);
		await calm.first().focus();
		await ana.keyboard.press('Shift+Enter');
		await expect(bar(ana)).toContainText('2 things chosen');
		await bar(ana).getByRole('button', { name: 'Group', exact: true }).click();
		await ana.keyboard.press('Escape');
		await calm.first().focus();
		await ana.keyboard.press('Enter');
		await expect(bar(ana)).toContainText('2 things chosen');
		await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await expect(shapeOn(ben, /^Calm/)).toHaveCount(1);
	});

	await test.step('another member sees whose it is, can point at it, and can neither move nor delete it', async () => {
		await toolbar(ben).getByRole('button', { name: 'Select' }).click();
		const before = await placeOf(ben, /^Calm/);
		await shapeOn(ben, /^Calm/).focus();
		await ben.keyboard.press('ArrowRight');
		await ben.keyboard.press('Delete');
		await expect(bar(ben)).toContainText('Calm by Ana');
		await expect(bar(ben).getByRole('button')).toHaveText(['Point at it']);
		expect(await placeOf(ben, /^Calm/)).toEqual(before);
	});

	await test.step('the list does it too: moved by name, on a small phone, with nothing that axe finds', async () => {
		await toolbar(ana).getByRole('button', { name: 'List' }).click();
		const row = ana.getByRole('article', { name: /^Calm/ });
		await row.getByRole('combobox', { name: 'Move to' }).selectOption({ index: 1 });
		await row.getByRole('button', { name: 'Move', exact: true }).click();
		await row.getByRole('button', { name: 'More for this shape' }).click();
		const wide = (await placeOf(ben, /^Calm/)).width;
		await row.getByRole('button', { name: 'Larger' }).click();
		await expect.poll(async () => (await placeOf(ben, /^Calm/)).width).toBeGreaterThan(wide);
		const { violations } = await new AxeBuilder({ page: ana }).setLegacyMode().include('.board').analyze();
		expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
		await ana.setViewportSize(SMALLEST);
		await expect
			.poll(() => ana.evaluate(() => document.documentElement.scrollWidth))
			.toBeLessThanOrEqual(SMALLEST.width);
	});

	await test.step('the facilitator brings an earlier state back as a new sheet, each thing still its author’s', async () => {
		await dana.getByRole('button', { name: 'Sheets' }).click();
		await dana.getByRole('button', { name: 'Bring back an earlier state…' }).click();
		await dana.getByRole('slider', { name: 'How sheet 1 grew' }).fill('2');
		await dana.getByRole('button', { name: 'Put this on a new sheet' }).click();
		const sheets = ben.getByRole('combobox', { name: 'Sheet' });
		await sheets.selectOption({ label: '2 · Circle of control' });
		await expect(shapeOn(ben, /^Arrow from “a bad night”, by Ana/)).toBeVisible();
		await expect(shapeOn(ben, /^Calm/)).toHaveCount(0);
	});

	await test.step('it is in what is kept', async () => {
		await end(dana);
		await dana.goto(`${demo.url}/sessions/${demo.session}/sign-off`);
		await dana.getByRole('button', { name: 'Sign off' }).click();
		await dana.waitForURL(/review/);
		await expect(dana.getByText('Arrow from “a bad night”').first()).toBeVisible();
	});

	await test.step('how it grew is gone through with a slider, and plays; asked for less motion it does not play', async () => {
		const replay = dana.getByRole('group', { name: /^How sheet 1 of/ });
		const slider = replay.getByRole('slider', { name: 'How it grew' });
		const all = Number(await slider.getAttribute('max'));
		expect(all).toBeGreaterThan(1);
		await slider.fill('1');
		await expect(dana.getByRole('img', { name: new RegExp(`sheet 1, after 1 of ${all}$`) })).toBeVisible();
		await expect(replay.getByText(`1 of ${all}`)).toBeVisible();
		await replay.getByRole('button', { name: 'Play' }).click();
		await expect(replay.getByText(`${all} of ${all}`)).toBeVisible();
		await expect(replay.getByRole('button', { name: 'Play' })).toBeVisible();
		await slider.press('Home');
		await expect(replay.getByText(`0 of ${all}`)).toBeVisible();
		await dana.emulateMedia({ reducedMotion: 'reduce' });
		await expect(replay.getByRole('button', { name: 'Play' })).toHaveCount(0);
		await slider.press('End');
		await expect(dana.getByRole('img', { name: /, after / })).toHaveCount(0);
	});

	await test.step('its picture is saved as a PNG of twice the sheet’s size, with the drawing on it', async () => {
		await dana.getByText('Save this board').first().click();
		const saving = dana.waitForEvent('download');
		await dana.getByRole('button', { name: 'Picture (PNG)' }).first().click();
		const saved = await saving;
		expect(saved.suggestedFilename()).toMatch(/^hearth-\d{4}-\d\d-\d\d-sheet-1\.png$/);
		const bytes = await readFile(await saved.path());
		const seen = await dana.evaluate(async (base64) => {
			const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const canvas = new OffscreenCanvas(picture.width, picture.height);
			const paper = canvas.getContext('2d')!;
			paper.drawImage(picture, 0, 0);
			const { data } = paper.getImageData(0, 0, picture.width, picture.height);
			const colours = new Set<number>();
			for (let at = 0; at < data.length; at += 4)
				colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
			return {
				width: picture.width,
				height: picture.height,
				note: colours.has(0xfbefc4),
				teal: colours.has(0x1e5c60)
			};
		}, bytes.toString('base64'));
		expect(seen).toEqual({ width: 3200, height: 2000, note: true, teal: true });
	});
});
