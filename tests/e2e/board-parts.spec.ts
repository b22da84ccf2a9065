import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { atTheBoard } from '../support/at-the-board.ts';
import type { Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { writeNote } from '../support/in-the-room.ts';

/** What is done with things that lie on the board: coloured, erased, tidied, locked and put away. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const SMALLEST = { width: 320, height: 640 };
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Drawing tools' });
const bar = (page: Page) => page.locator('.chosen-bar');
const noteOn = (page: Page, words: string) => page.locator('.card-on-board').filter({ hasText: words });
const boxOf = async (thing: Locator) => (await thing.boundingBox())!;

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
	const { x, y } = await boxOf(page.getByLabel(/^Drawing on sheet/));
	await page.mouse.move(x + from[0], y + from[1]);
	await page.mouse.down();
	await page.mouse.move(x + to[0], y + to[1], { steps: 6 });
	await page.mouse.up();
}

/** Pulls a handle of what is chosen so far, in CSS pixels. */
async function pull(page: Page, handle: 'end' | 'turn', [dx, dy]: [number, number]): Promise<void> {
	const { x, y, width, height } = await boxOf(page.locator(`[data-handle=${handle}]`));
	const from = { x: x + width / 2, y: y + height / 2 };
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + dx, from.y + dy, { steps: 6 });
	await page.mouse.up();
}

/** How large a note is drawn on its sheet, and by how many degrees it is turned. */
const lieOfNote = (page: Page, words: string): Promise<{ scale: number; angle: number }> =>
	noteOn(page, words).evaluate((note) => {
		const { a, b } = new DOMMatrix(getComputedStyle(note).transform);
		return {
			scale: Math.round(Math.hypot(a, b) * 1000) / 1000,
			angle: Math.round((Math.atan2(b, a) * 180) / Math.PI)
		};
	});

/** Adds a note by the list, which can be done on any screen. */
async function addByList(page: Page, words: string): Promise<void> {
	await page.getByLabel('New note').fill(words);
	await page.getByRole('button', { name: 'Add note' }).click();
	await expect(noteOn(page, words)).toBeAttached();
}

/** Whether any two of these notes cover each other on the screen. */
async function anyCovered(page: Page, words: readonly string[]): Promise<boolean> {
	const boxes = await Promise.all(words.map((one) => boxOf(noteOn(page, one))));
	const areOver = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
		Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
		Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;
	return boxes.some((a, index) => boxes.slice(index + 1).some((b) => areOver(a, b)));
}

test('things are given another colour, erased, tidied in one act, locked and put away; a member is stopped by a lock and sees nothing that is put away (S07)', async ({
	browser
}) => {
	const { dana, ana, ben } = await atTheBoard(browser, demo);
	await expect(toolbar(ana)).toBeVisible();

	await test.step('a member gives a shape of theirs another colour; the eraser takes it, and undo brings it back', async () => {
		await toolbar(ana).getByRole('button', { name: 'Shape' }).click();
		await ana.keyboard.press('Escape');
		await drag(ana, [320, 60], [420, 120]);
		await bar(ana).getByRole('button', { name: 'More' }).click();
		await bar(ana).getByRole('button', { name: 'Colour' }).click();
		const line = ben.locator('[data-shape] .line');
		const before = await line.evaluate((path) => getComputedStyle(path).stroke);
		await bar(ana).getByRole('radio', { name: 'plum' }).check({ force: true });
		await expect.poll(() => line.evaluate((path) => getComputedStyle(path).stroke)).not.toBe(before);
		await ana.keyboard.press('Escape');
		await toolbar(ana).getByRole('button', { name: 'Eraser' }).click();
		// Inside it nothing is erased, on its edge it is.
		await drag(ana, [360, 85], [380, 95]);
		await expect(ben.locator('[data-shape]')).toHaveCount(1);
		await drag(ana, [310, 90], [330, 90]);
		await expect(ben.locator('[data-shape]')).toHaveCount(0);
		await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await expect(ben.locator('[data-shape]')).toHaveCount(1);
	});

	const words = ['first', 'second', 'third', 'fourth'];
	await test.step('the facilitator tidies everybody’s notes from the list, as one act', async () => {
		await toolbar(ana).getByRole('button', { name: 'List' }).click();
		await addByList(ana, 'first');
		await addByList(ana, 'second');
		await ana.getByRole('button', { name: 'Close the list' }).click();
		await writeNote(ben, 'third');
		await writeNote(dana, 'fourth');
		await toolbar(dana).getByRole('button', { name: 'List' }).click();
		await dana.getByRole('combobox', { name: 'Choose together' }).selectOption('All notes');
		await dana.getByRole('button', { name: 'Choose', exact: true }).click();
		const before = await boxOf(noteOn(ben, 'third'));
		const inList = dana.getByRole('region', { name: /^Notes on sheet/ });
		await inList.getByRole('button', { name: 'Tidy by author' }).click();
		await expect.poll(async () => (await boxOf(noteOn(ben, 'third'))).x).not.toBe(before.x);
		await inList.getByRole('button', { name: 'Tidy', exact: true }).click();
		await expect.poll(() => anyCovered(ben, words)).toBe(false);
		await toolbar(dana).getByRole('button', { name: 'Undo' }).click();
		await toolbar(dana).getByRole('button', { name: 'Undo' }).click();
		await expect.poll(() => boxOf(noteOn(ben, 'third'))).toEqual(before);
		const { violations } = await new AxeBuilder({ page: dana }).setLegacyMode().include('.board').analyze();
		expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
	});

	await test.step('what is locked its author neither moves nor writes, by hand or by keys; undo leaves it; they may take it back (S12)', async () => {
		const row = dana.getByRole('article', { name: /^Note by Ben/ });
		await row.getByRole('button', { name: 'More for this note' }).click();
		await row.getByRole('button', { name: 'Lock' }).click();
		await expect(row.getByRole('button', { name: 'Unlock' })).toBeFocused();
		const note = ben.getByRole('button', { name: /^Note by you.*locked.*third/ });
		await expect(note).toBeVisible();
		const before = await boxOf(noteOn(ben, 'third'));
		await toolbar(ben).getByRole('button', { name: 'Undo' }).click();
		await toolbar(ben).getByRole('button', { name: 'Select' }).click();
		await note.focus();
		await ben.keyboard.press('ArrowRight');
		await ben.keyboard.press('Delete');
		await note.click();
		await note.click();
		await expect(bar(ben)).toContainText('locked');
		await expect(bar(ben).getByRole('button')).toHaveText(['Take back', 'Point at it']);
		await bar(ben).getByRole('button', { name: 'Take back' }).click();
		await expect(bar(ben)).toContainText('Take it back although it is locked? Undo cannot bring it back.');
		await bar(ben).getByRole('button', { name: 'Keep it' }).click();
		expect(await boxOf(noteOn(ben, 'third'))).toEqual(before);
		await row.getByRole('button', { name: 'Unlock' }).click();
		await expect(bar(ben).getByRole('button', { name: 'Delete' })).toBeVisible();
		await ben.getByRole('button', { name: /^Note by you.*third/ }).focus();
		await ben.keyboard.press('ArrowRight');
		await expect.poll(async () => (await boxOf(noteOn(dana, 'third'))).x).toBeGreaterThan(0);
		expect((await boxOf(noteOn(ben, 'third'))).x).toBeGreaterThan(before.x);
	});

	await test.step('what is put away the group does not see, its author does and is told', async () => {
		const row = dana.getByRole('article', { name: /^Note by Ben/ });
		await row.getByRole('button', { name: 'Put away' }).click();
		await expect(noteOn(ana, 'third')).toHaveCount(0);
		await expect(ben.getByRole('button', { name: /^Note by you.*put away for now.*third/ })).toBeVisible();
		await row.getByRole('button', { name: 'Bring back' }).click();
		await expect(noteOn(ana, 'third')).toBeVisible();
	});

	await test.step('S07 a sheet is put away by one button that is always in sight, and comes back by the same', async () => {
		await expect(ana.getByRole('button', { name: /^Put away/ })).toHaveCount(0);
		await dana.getByRole('button', { name: 'Put away sheet 1' }).click();
		for (const page of [ana, ben]) {
			await expect(page.getByText('The facilitator has put this sheet away for now.')).toBeVisible();
			await expect(page.locator('.card-on-board')).toHaveCount(0);
		}
		await expect(dana.getByText('The group does not see this sheet now, and it is not kept.')).toBeVisible();
		await expect(noteOn(dana, 'third')).toBeVisible();
		await dana.getByRole('button', { name: 'Bring back sheet 1' }).click();
		await expect(noteOn(ana, 'third')).toBeVisible();
	});

	await test.step('S12 from the list, too, an author takes back what is locked, for good', async () => {
		await dana
			.getByRole('article', { name: /^Note by Ben/ })
			.getByRole('button', { name: 'Lock' })
			.click();
		await toolbar(ben).getByRole('button', { name: 'List' }).click();
		const own = ben.getByRole('article', { name: /^Note by you/ });
		await own.getByRole('button', { name: 'Take back this note' }).press('Enter');
		await own.getByRole('button', { name: 'Remove' }).press('Enter');
		await expect(noteOn(ana, 'third')).toHaveCount(0);
		await toolbar(ben).getByRole('button', { name: 'Undo' }).click();
		await expect(noteOn(ana, 'fourth')).toBeVisible();
		await expect(noteOn(ben, 'third')).toHaveCount(0);
		await ben.getByRole('button', { name: 'Close the list' }).click();
	});

	await test.step('a note is made larger at its corner and turned at its knob, and by keys and in the list; others see it so', async () => {
		// As much room as a hand needs.
		await ana.setViewportSize({ width: 1400, height: 1200 });
		const seen = () => lieOfNote(ben, 'first');
		const before = await seen();
		const note = ana.getByRole('button', { name: /^Note by you.*first/ });
		await toolbar(ana).getByRole('button', { name: 'Select' }).click();
		await note.press('Enter');
		await pull(ana, 'end', [40, 25]);
		await expect.poll(async () => (await seen()).scale).toBeGreaterThan(before.scale * 1.2);
		await pull(ana, 'turn', [60, 60]);
		await expect.poll(async () => (await seen()).angle).toBeGreaterThan(20);
		const turned = await seen();
		await note.press('Control+ArrowLeft');
		await expect.poll(async () => (await seen()).scale).toBeLessThan(turned.scale);
		await toolbar(ana).getByRole('button', { name: 'List' }).click();
		const row = ana.getByRole('article', { name: /^Note by you/ }).filter({
			has: ana.getByRole('textbox', { name: 'Words on this note' })
		});
		await row.first().getByRole('button', { name: 'More for this note' }).press('Enter');
		for (const act of ['Larger', 'Smaller', 'Turn'])
			await expect(row.first().getByRole('button', { name: act, exact: true })).toBeVisible();
		await ana.getByRole('button', { name: 'Close the list' }).click();
		for (let step = 0; step < 3; step++) await toolbar(ana).getByRole('button', { name: 'Undo' }).click();
		await expect.poll(seen).toEqual(before);
	});

	await test.step('on a small phone nothing is cut off', async () => {
		await ben.setViewportSize(SMALLEST);
		await expect
			.poll(() => ben.evaluate(() => document.documentElement.scrollWidth))
			.toBeLessThanOrEqual(SMALLEST.width);
	});
});
