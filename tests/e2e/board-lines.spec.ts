import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atTheBoard } from '../support/at-the-board.ts';
import type { Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { lieOf, seenInk } from '../support/seen-ink.ts';
import { writeNote } from '../support/in-the-room.ts';

/** Lines drawn by hand: drawn, seen, erased whole, brought back; and all that is done to them, and to arrows, without a drag. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const SMALLEST = { width: 320, height: 640 };
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Drawing tools' });
const bar = (page: Page) => page.locator('.chosen-bar');
const rows = (page: Page) => page.getByRole('article', { name: /^Line by/ });
const drawing = (page: Page) => page.getByLabel(/^Drawing on sheet/);

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
	const { x, y } = (await drawing(page).boundingBox())!;
	await page.mouse.move(x + from[0], y + from[1]);
	await page.mouse.down();
	await page.mouse.move(x + to[0], y + to[1], { steps: 12 });
	await page.mouse.up();
}

test('a line drawn with Pen is seen by another, erased whole, undone and redone; moved, coloured, locked and removed from the list; arrows are attached and things pasted without a drag', async ({
	browser
}) => {
	const { dana, ana, ben } = await atTheBoard(browser, demo);
	await expect(toolbar(ana)).toBeVisible();

	await test.step('keys and wheel move the view and zoom it', async () => {
		const whole = await lieOf(ana);
		await drawing(ana).focus();
		// Near enough that something is left to see on either side.
		for (let step = 0; step < 6; step++) await ana.keyboard.press('+');
		await expect.poll(async () => (await lieOf(ana)).width).toBeGreaterThan(whole.width * 3);
		const near = await lieOf(ana);
		await ana.keyboard.press('ArrowRight');
		await expect.poll(async () => (await lieOf(ana)).x).toBeLessThan(near.x);
		await ana.keyboard.press('-');
		await expect.poll(async () => (await lieOf(ana)).width).toBeLessThan(near.width);
		await ana.keyboard.press('0');
		await expect.poll(() => lieOf(ana)).toEqual(whole);
		await drawing(ana).hover();
		await ana.keyboard.down('Control');
		await ana.mouse.wheel(0, -400);
		await ana.keyboard.up('Control');
		await expect.poll(async () => (await lieOf(ana)).width).toBeGreaterThan(whole.width);
		const before = await lieOf(ana);
		await ana.mouse.wheel(0, 120);
		await expect.poll(async () => (await lieOf(ana)).y).toBeLessThan(before.y);
		await ana.getByRole('button', { name: 'Show all' }).click();
	});

	await test.step('a line drawn with Pen is on another person’s screen', async () => {
		await toolbar(ana).getByRole('button', { name: 'Pen', exact: true }).click();
		await drag(ana, [340, 60], [540, 60]);
		await expect.poll(() => seenInk(ben)).not.toBeNull();
		const { left, right } = (await seenInk(ben))!;
		expect(right - left).toBeGreaterThan(100);
	});

	await test.step('the eraser takes the whole of it at one touch; undo brings it back, redo takes it, undo brings it back', async () => {
		const drawn = await seenInk(ben);
		await toolbar(ana).getByRole('button', { name: 'Eraser' }).click();
		await drag(ana, [530, 52], [530, 68]);
		await expect.poll(() => seenInk(ben)).toBeNull();
		await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await expect.poll(() => seenInk(ben)).toEqual(drawn);
		await toolbar(ana).getByRole('button', { name: 'Redo' }).click();
		await expect.poll(() => seenInk(ben)).toBeNull();
		await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await expect.poll(() => seenInk(ben)).toEqual(drawn);
	});

	await test.step('from the list, by keyboard alone, it is moved, coloured, chosen and pointed at', async () => {
		await toolbar(ana).getByRole('button', { name: 'List' }).press('Enter');
		const row = rows(ana);
		await expect(row).toHaveAccessibleName(/^Line by you, teal/);
		const before = (await seenInk(ben))!;
		await row.getByRole('combobox', { name: 'Move to' }).selectOption({ index: 1 });
		await row.getByRole('button', { name: 'Move', exact: true }).press('Enter');
		await expect.poll(async () => (await seenInk(ben))!.top).not.toBe(before.top);
		await row.getByRole('button', { name: 'More for this line' }).press('Enter');
		await row.getByRole('button', { name: 'Colour' }).press('Enter');
		await row.getByRole('radio', { name: 'plum' }).focus();
		await ana.keyboard.press('Space');
		await expect(rows(ana)).toHaveAccessibleName(/^Line by you, plum/);
		await row.getByRole('button', { name: 'Choose with others' }).press('Enter');
		await expect(row.getByRole('button', { name: 'Chosen' })).toBeVisible();
		await row.getByRole('button', { name: 'Point at it' }).press('Enter');
		await expect(ben.getByText(/^Ana points at: Line by Ana, plum/)).toBeAttached();
	});

	await test.step('one who leads locks it; then its author can only take it back (S12)', async () => {
		await toolbar(dana).getByRole('button', { name: 'List' }).click();
		const row = rows(dana);
		await expect(row.getByRole('combobox', { name: 'Move to' })).toHaveCount(0);
		await row.getByRole('button', { name: 'More for this line' }).click();
		await row.getByRole('button', { name: 'Lock' }).click();
		await expect(rows(ana)).toHaveAccessibleName(/plum.*locked/);
		await expect(rows(ana).getByRole('button', { name: 'Take back this line' })).toBeVisible();
		await expect(rows(ana).getByRole('button', { name: 'Delete this line' })).toHaveCount(0);
		await row.getByRole('button', { name: 'Unlock' }).click();
	});

	await test.step('S07 a line, and all lines of a person, are put away with one button and brought back', async () => {
		await rows(dana).getByRole('button', { name: 'Put away this line' }).click();
		await expect.poll(() => seenInk(ben)).toBeNull();
		await expect(rows(ana)).toHaveAccessibleName(/plum.*put away for now/);
		await rows(dana).getByRole('button', { name: 'Bring back this line' }).click();
		await expect.poll(() => seenInk(ben)).not.toBeNull();
		await toolbar(ana).getByRole('button', { name: 'Pen', exact: true }).click();
		await drag(ana, [220, 150], [320, 150]);
		await expect(rows(dana)).toHaveCount(2);
		await dana.getByRole('button', { name: 'Put away all lines by Ana' }).click();
		await expect.poll(() => seenInk(ben)).toBeNull();
		await dana.getByRole('button', { name: 'Bring back all lines by Ana' }).click();
		await expect.poll(() => seenInk(ben)).not.toBeNull();
		await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await rows(ana).getByRole('button', { name: 'Delete this line' }).press('Enter');
		await expect.poll(() => seenInk(ben)).toBeNull();
	});

	await test.step('many lines come a page at a time, and are chosen together', async () => {
		await toolbar(ana).getByRole('button', { name: 'Pen', exact: true }).click();
		for (let line = 0; line < 12; line++) await drag(ana, [220, 40 + line * 12], [320, 40 + line * 12]);
		await expect(rows(ana)).toHaveCount(10);
		await ana.getByRole('button', { name: 'Later lines' }).press('Enter');
		await expect(rows(ana)).toHaveCount(2);
		await expect(ana.getByText('11 to 12 of 12')).toBeVisible();
		const { violations } = await new AxeBuilder({ page: ana }).setLegacyMode().include('.board').analyze();
		expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
		await ana.getByRole('button', { name: 'Choose lines' }).press('Enter');
		await expect(bar(ana)).toContainText('12 things chosen');
		await bar(ana).getByRole('button', { name: 'Delete' }).press('Enter');
		await expect(rows(ana)).toHaveCount(0);
		await ana.getByRole('button', { name: 'Close the list' }).click();
	});

	await test.step('an arrow is attached to a note by name, and Control with an arrow key leaves it attached', async () => {
		await writeNote(ana, 'a bad night');
		await toolbar(ana).getByRole('button', { name: 'Shape' }).click();
		await ana.locator('.panel').getByText('Arrow').click();
		await ana.keyboard.press('Escape');
		await drag(ana, [420, 60], [520, 60]);
		await bar(ana).getByRole('button', { name: 'More' }).click();
		await bar(ana)
			.getByRole('combobox', { name: 'To…' })
			.selectOption({
				label: (await ana.getByRole('button', { name: /^Note by you/ }).getAttribute('aria-label'))!
			});
		const arrow = ben.locator('[data-shape]').and(ben.getByLabel(/^Arrow to “a bad night”, by Ana, teal/));
		await expect(arrow).toBeVisible();
		await ana.locator('[data-shape]').focus();
		await ana.keyboard.press('Control+ArrowRight');
		await expect(ana.getByText(/^This end stays on what it is attached to/)).toBeAttached();
		await expect(arrow).toBeVisible();
	});

	await test.step('Copy is said aloud, Paste puts a copy on the sheet; pasted words become a note', async () => {
		await bar(ana).getByRole('button', { name: 'Copy' }).click();
		await expect(ana.getByText(/^Copied\./)).toBeAttached();
		await toolbar(ana).getByRole('button', { name: 'Paste' }).click();
		await expect(ben.locator('[data-shape]')).toHaveCount(2);
		await ana.locator('[data-shape]').first().press('Enter');
		await ana.keyboard.press('Control+c');
		await ana.keyboard.press('Control+v');
		await expect(ben.locator('[data-shape]')).toHaveCount(3);
		await drawing(ana).focus();
		await ana.evaluate(() => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', 'words from elsewhere');
			const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
			document.activeElement!.dispatchEvent(pasted);
		});
		await expect(ben.getByRole('button', { name: /^Note by Ana, sun.*words from elsewhere/ })).toBeVisible();
	});

	await test.step('with less motion asked for, another’s hand does not glide and nothing fades', async () => {
		await ana.emulateMedia({ reducedMotion: 'reduce' });
		await toolbar(ben).getByRole('button', { name: 'Point' }).click();
		const { x, y } = (await drawing(ben).boundingBox())!;
		await ben.mouse.move(x + 40, y + 40);
		await ben.mouse.down();
		await ben.mouse.move(x + 80, y + 60, { steps: 4 });
		await expect(ana.locator('.beam').getByText('Ben')).toBeVisible();
		await ben.mouse.up();
		await expect(ana.locator('.beam')).toHaveCount(0);
		await ben.mouse.move(x + 60, y + 50, { steps: 4 });
		const hand = ana.locator('.cursors .hand').filter({ hasText: 'Ben' });
		await expect.poll(() => hand.evaluate((one) => getComputedStyle(one).transitionDuration)).toBe('0s');
		expect(
			await ana
				.locator('.board')
				.first()
				.evaluate((board) => board.getAnimations({ subtree: true }).length)
		).toBe(0);
	});

	await test.step('on a small phone nothing is cut off', async () => {
		await ana.setViewportSize(SMALLEST);
		await toolbar(ana).getByRole('button', { name: 'List' }).click();
		await expect
			.poll(() => ana.evaluate(() => document.documentElement.scrollWidth))
			.toBeLessThanOrEqual(SMALLEST.width);
	});
});
