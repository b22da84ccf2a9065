import { expect, type Page, test } from '@playwright/test';
import { Glass } from '../support/at-the-glass.ts';
import { atTheBoard } from '../support/at-the-board.ts';
import type { Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { lieOf, seenInk } from '../support/seen-ink.ts';

/** The board under fingers and a pen: what draws, what moves the sheet, and what is a palm. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const PHONE = { width: 390, height: 844 };
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Drawing tools' });
const bar = (page: Page) => page.locator('.chosen-bar');
const rows = (page: Page) => page.getByRole('article', { name: /^Line by/ });

test('on a phone one finger draws, two zoom, a palm leaves nothing beside the pen, and a line is taken up, moved and removed by touch', async ({
	browser
}) => {
	const { dana, ana, ben } = await atTheBoard(browser, demo);
	await ana.setViewportSize(PHONE);
	await expect(toolbar(ana)).toBeVisible();
	const glass = await Glass.of(ana);
	await toolbar(ben).getByRole('button', { name: 'List' }).click();

	await test.step('one finger draws, and another person sees the line', async () => {
		await glass.drag([60, 60], [160, 60]);
		await expect(rows(ben)).toHaveCount(1);
		await expect(rows(ben)).toHaveAccessibleName(/^Line by Ana, teal/);
		await expect.poll(() => seenInk(ben)).not.toBeNull();
	});

	await test.step('two fingers zoom and draw nothing', async () => {
		const before = await lieOf(ana);
		await glass.down(1, [120, 100]);
		await glass.down(2, [180, 100]);
		await glass.move({ 1: [80, 100], 2: [220, 100] });
		await glass.up(1);
		await glass.up(2);
		expect((await lieOf(ana)).width).toBeGreaterThan(before.width * 1.5);
		await ana.getByRole('button', { name: 'Show all' }).click();
		await expect(rows(ben)).toHaveCount(1);
	});

	await test.step('a palm that lands before the pen leaves nothing, and the pen draws', async () => {
		const before = await lieOf(ana);
		await glass.down(1, [200, 110]);
		await glass.move({ 1: [280, 150] });
		await glass.pen([60, 120], [160, 120]);
		await glass.move({ 1: [300, 160] });
		await glass.up(1);
		await expect(rows(ben)).toHaveCount(2);
		// Where the palm lay there is no ink: both lines end left of it.
		const { scale, x } = { scale: before.width / 1600, x: before.x };
		const window = (await ana.getByLabel(/^Drawing on sheet/).boundingBox())!;
		await expect.poll(async () => (await seenInk(ben))!.right).toBeLessThan((window.x + 190 - x) / scale);
	});

	await test.step('with Select a finger takes up a line and carries it; the bar says whose it is and in which colour', async () => {
		await toolbar(ana).getByRole('button', { name: 'Select' }).click();
		const before = (await seenInk(ben))!;
		await glass.drag([110, 126], [110, 180]);
		await expect(bar(ana)).toContainText('Line by you · teal');
		await expect.poll(async () => (await seenInk(ben))!.bottom).toBeGreaterThan(before.bottom + 60);
	});

	await test.step('one who leads removes a member’s line by touch', async () => {
		const onGlass = await Glass.of(dana);
		await toolbar(dana).getByRole('button', { name: 'Select' }).click();
		const [sheet, ink] = [await lieOf(dana), (await seenInk(dana))!];
		const window = (await dana.getByLabel(/^Drawing on sheet/).boundingBox())!;
		const scale = sheet.width / 1600;
		const spot = [
			sheet.x - window.x + ((ink.left + ink.right) / 2) * scale,
			sheet.y - window.y + (ink.bottom - 4) * scale
		] as const;
		await onGlass.drag(spot, spot);
		await expect(bar(dana)).toContainText('Line by Ana · teal');
		await bar(dana).getByRole('button', { name: 'Delete' }).click();
		await bar(dana).getByRole('button', { name: 'Remove' }).click();
		await expect(rows(ben)).toHaveCount(1);
	});
});
