import { expect, type Page, test } from '@playwright/test';
import { atTheBoard } from '../support/at-the-board.ts';
import type { Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { seenInk } from '../support/seen-ink.ts';
import { writeNote } from '../support/in-the-room.ts';

/** A member erases only their own, unless the facilitator lets everyone erase on a sheet. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Drawing tools' });
const bar = (page: Page) => page.locator('.chosen-bar');
const allowance = (page: Page) => page.getByText('Anyone may erase on this sheet.');
const take = (page: Page, tool: string) =>
	toolbar(page).getByRole('button', { name: tool, exact: true }).click();

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
	const { x, y } = (await page.getByLabel(/^Drawing on sheet/).boundingBox())!;
	await page.mouse.move(x + from[0], y + from[1]);
	await page.mouse.down();
	await page.mouse.move(x + to[0], y + to[1], { steps: 12 });
	await page.mouse.up();
}

async function allowInMenu(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Sheets' }).click();
	await page.getByRole('checkbox', { name: 'Anyone may erase on sheet 1' }).click();
}

test('the eraser takes what others drew only while the facilitator allows it, and everyone is told so; a lock holds all the same', async ({
	browser
}) => {
	const { dana, ana, ben } = await atTheBoard(browser, demo);
	await expect(toolbar(ana)).toBeVisible();
	await take(ana, 'Pen');
	await drag(ana, [340, 60], [540, 60]);
	await expect.poll(() => seenInk(ben)).not.toBeNull();
	const drawn = await seenInk(ben);
	const benErases = async () => {
		await take(ben, 'Eraser');
		await drag(ben, [530, 52], [530, 68]);
	};

	await test.step('before it is allowed, another’s line stays, and a member has no such switch', async () => {
		await benErases();
		expect(await seenInk(ben)).toEqual(drawn);
		await ana.getByRole('button', { name: 'Sheets' }).click();
		await expect(ana.getByRole('checkbox', { name: /^Anyone may erase/ })).toHaveCount(0);
		await ana.keyboard.press('Escape');
	});

	await test.step('once it is allowed everyone is told; what another drew goes when the hand lifts, and does not come back by one’s own undo', async () => {
		await allowInMenu(dana);
		for (const page of [dana, ana, ben]) await expect(allowance(page)).toBeVisible();
		await benErases();
		await expect(ben.getByText(/^Erased\. Undo does not bring back what others made\./)).toBeAttached();
		for (const page of [ana, ben]) await expect.poll(() => seenInk(page)).toBeNull();
		await expect(toolbar(ben).getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
		await expect(ben.getByText('Saved')).toBeVisible();
	});

	await test.step('by keyboard a note of another’s is chosen and removed, after a question; a locked one is not', async () => {
		await writeNote(ana, 'hers');
		await take(ben, 'Select');
		await ben.getByRole('button', { name: /^Note by Ana.*hers/ }).press('Enter');
		await expect(bar(ben).getByRole('button', { name: 'Delete' })).toBeVisible();
		await take(dana, 'Select');
		await dana.getByRole('button', { name: /^Note by Ana.*hers/ }).press('Enter');
		await bar(dana).getByRole('button', { name: 'More' }).click();
		await bar(dana).getByRole('button', { name: 'Lock' }).click();
		await expect(bar(ben).getByRole('button', { name: 'Delete' })).toHaveCount(0);
		await bar(dana).getByRole('button', { name: 'Unlock' }).click();
		await bar(ben).getByRole('button', { name: 'Delete' }).press('Enter');
		await expect(bar(ben)).toContainText('Remove another person’s work for everyone?');
		await bar(ben).getByRole('button', { name: 'Remove' }).press('Enter');
		await expect(ana.getByRole('button', { name: /^Note by you.*hers/ })).toHaveCount(0);
	});

	await test.step('the facilitator ends it with one button; then only one’s own goes again', async () => {
		await take(ana, 'Pen');
		await drag(ana, [340, 60], [540, 60]);
		await expect.poll(() => seenInk(ben)).not.toBeNull();
		await dana.getByRole('button', { name: 'Only one’s own again' }).click();
		for (const page of [dana, ana, ben]) await expect(allowance(page)).toHaveCount(0);
		await benErases();
		expect(await seenInk(ben)).not.toBeNull();
		await take(ana, 'Eraser');
		await drag(ana, [530, 52], [530, 68]);
		await expect.poll(() => seenInk(ben)).toBeNull();
	});
});
