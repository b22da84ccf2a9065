import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atTheBoard } from '../support/at-the-board.ts';
import type { Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { writeNote } from '../support/in-the-room.ts';

/** What who leads does with the board: brings everyone along and points. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const PHONE = { width: 390, height: 760 };
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Drawing tools' });
const sheetOf = (page: Page) => page.getByRole('combobox', { name: 'Sheet', exact: true });
const sheetShown = (page: Page) =>
	sheetOf(page).evaluate((list: HTMLSelectElement) => list.selectedOptions[0]!.text);
/** How wide a note is on the screen: it grows when the board is zoomed. */
const widthOf = async (page: Page, words: string) =>
	(await page.getByRole('button', { name: new RegExp(words) }).boundingBox())?.width ?? 0;

test('the facilitator brings everyone along, a member leaves and comes back; people point, and nothing stays of it', async ({
	browser
}) => {
	const { dana, ana, ben } = await atTheBoard(browser, demo, ({ ben }) => ben.setViewportSize(PHONE));
	await writeNote(ana, 'a bad night');

	await test.step('a member has no such button; everyone goes to the sheet and the part of it that the facilitator looks at', async () => {
		await dana.getByRole('button', { name: 'Sheets' }).click();
		await dana.getByRole('button', { name: 'Add sheet' }).click();
		await expect(ana.getByRole('button', { name: 'Bring everyone here' })).toHaveCount(0);
		await dana.getByRole('button', { name: 'Bring everyone here' }).click();
		for (const page of [ana, ben]) {
			await expect(page.getByText('Dana has brought everyone here.')).toBeVisible();
			await expect.poll(() => sheetShown(page)).toMatch(/^2 /);
		}
		await sheetOf(dana).selectOption({ index: 0 });
		for (const page of [ana, ben]) await expect.poll(() => sheetShown(page)).toMatch(/^1 /);
		const before = await widthOf(ana, 'a bad night');
		await dana.getByRole('button', { name: 'Zoom in' }).click();
		await expect.poll(() => widthOf(ana, 'a bad night')).toBeGreaterThan(before * 1.2);
	});

	await test.step('who looks elsewhere is left alone, and comes back by a button', async () => {
		await ana.getByRole('button', { name: 'Show all' }).click();
		await expect(ana.getByText('Dana is showing sheet 1.')).toBeVisible();
		await sheetOf(dana).selectOption({ index: 1 });
		await expect.poll(() => sheetShown(ben)).toMatch(/^2 /);
		expect(await sheetShown(ana)).toMatch(/^1 /);
		await ana.getByRole('button', { name: 'Go there' }).click();
		await expect.poll(() => sheetShown(ana)).toMatch(/^2 /);
	});

	await test.step('nobody is pulled away from what they write', async () => {
		await writeHalf(ana);
		await sheetOf(dana).selectOption({ index: 0 });
		await expect.poll(() => sheetShown(ben)).toMatch(/^1 /);
		expect(await sheetShown(ana)).toMatch(/^2 /);
		await ana.keyboard.press('Escape');
		await expect.poll(() => sheetShown(ana)).toMatch(/^1 /);
	});

	await test.step('until the facilitator lets everyone look around', async () => {
		await dana.getByRole('button', { name: 'Let everyone look around' }).click();
		for (const page of [ana, ben])
			await expect(page.getByText('Dana has brought everyone here.')).toHaveCount(0);
		await dana.getByRole('button', { name: 'Show all' }).click();
	});

	await test.step('a hand that points is seen by the others with its name, and is gone after it', async () => {
		await toolbar(ana).getByRole('button', { name: 'Point' }).click();
		const { x, y } = (await ana.getByRole('button', { name: /a bad night/ }).boundingBox())!;
		await ana.mouse.move(x - 60, y - 20);
		await ana.mouse.down();
		await ana.mouse.move(x + 20, y + 20, { steps: 8 });
		for (const page of [dana, ben]) {
			await expect(page.locator('.beam').getByText('Ana')).toBeVisible();
			// Held still it is said aloud what it points at.
			await expect(page.getByText(/^Ana points at: Note by Ana.*a bad night/)).toBeAttached();
		}
		await ana.mouse.up();
		for (const page of [dana, ana, ben]) await expect(page.locator('.beam')).toHaveCount(0);
	});

	await test.step('by keyboard alone, also at what another made; axe finds nothing', async () => {
		await toolbar(ben).getByRole('button', { name: 'Select' }).click();
		await ben.getByRole('button', { name: /a bad night/ }).focus();
		await ben.keyboard.press('Enter');
		await ben.getByRole('button', { name: 'Point at it' }).focus();
		await ben.keyboard.press('Enter');
		await expect(dana.locator('.beam').getByText('Ben')).toBeVisible();
		const { violations } = await new AxeBuilder({ page: ben }).setLegacyMode().include('.board').analyze();
		expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
		await expect(dana.locator('.beam')).toHaveCount(0);
	});
});

/** A note that is still being written. */
async function writeHalf(page: Page): Promise<void> {
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await page.getByLabel(/^Drawing on sheet/).click({ position: { x: 300, y: 100 } });
	await page.getByRole('textbox', { name: 'Words on this note' }).fill('half a');
}
