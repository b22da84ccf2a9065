import type { Page } from '@playwright/test';

/** What people do in the steps of a session. */

/** Long enough for the circle to have begun. */
export const BREATHING = { intoIt: 6_500 };

export async function giveCheckIn(page: Page, mood: string): Promise<void> {
	await page.getByRole('radio', { name: mood, exact: true }).check({ force: true });
	await page.getByRole('radio', { name: /numbers/i }).check({ force: true });
	await page.getByRole('button', { name: 'Done' }).click();
}

export async function fillThoughtRecord(page: Page): Promise<void> {
	const fill = (label: RegExp, words: string) =>
		page.getByRole('textbox', { name: label }).first().fill(words);
	await fill(/What happened/, 'Sunday evening. I opened my mail and saw a message from my manager.');
	await page.getByRole('button', { name: /Add .*feeling/i }).click();
	await fill(/Feeling, in one word/, 'Dread');
	await page.getByText('Saved', { exact: true }).first().waitFor();
}

/** Two people at once: a ring, a line under it, and notes. */
export async function drawOnBoard(one: Page, other: Page): Promise<void> {
	for (const page of [one, other]) await page.getByRole('toolbar', { name: 'Drawing tools' }).waitFor();
	await note(one, [0.44, 0.46], 'Asking for help');
	await note(other, [0.2, 0.42], 'My sleep, a little');
	await stroke(one, ringPoints(0.515, 0.53, 0.1));
	await stroke(one, [
		[0.66, 0.3],
		[0.7, 0.34],
		[0.78, 0.24]
	]);
}

type Part = [across: number, down: number];

/** Puts a note where it is told, in parts of the sheet's width and height. */
async function note(page: Page, [across, down]: Part, words: string): Promise<void> {
	await tool(page, 'Note');
	const sheet = await sheetOf(page);
	await page.mouse.click(sheet.x + across * sheet.width, sheet.y + down * sheet.height);
	await page.keyboard.type(words);
}

/** Draws with the pen, in parts of the sheet's width and height. */
async function stroke(page: Page, parts: readonly Part[]): Promise<void> {
	await tool(page, 'Pen');
	const sheet = await sheetOf(page);
	const at = ([across, down]: Part) =>
		[sheet.x + across * sheet.width, sheet.y + down * sheet.height] as const;
	await page.mouse.move(...at(parts[0]!));
	await page.mouse.down();
	for (const part of parts.slice(1)) await page.mouse.move(...at(part), { steps: 2 });
	await page.mouse.up();
}

async function sheetOf(page: Page) {
	const sheet = await page.locator('.sheet').first().boundingBox();
	if (!sheet) throw new Error('The board is not on the screen.');
	return sheet;
}

function tool(page: Page, name: string): Promise<void> {
	const tools = page.getByRole('toolbar', { name: 'Drawing tools' });
	return tools.getByRole('button', { name, exact: true }).click();
}

function ringPoints(across: number, down: number, size: number): Part[] {
	const POINTS = 24;
	return Array.from({ length: POINTS + 1 }, (_, index): Part => {
		const turn = (index / POINTS) * 2 * Math.PI;
		return [across + size * Math.cos(turn), down + size * 1.4 * Math.sin(turn)];
	});
}
