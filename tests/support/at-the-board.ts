import type { Browser, Page } from '@playwright/test';
import { atTheDoor, type Demo } from './demo.ts';
import { lead } from './in-the-room.ts';

/** Dana leads, Ana and Ben take part in writing, and the board is on the stage. `prepare` sees each page before its door. */
export async function atTheBoard(
	browser: Browser,
	demo: Demo,
	prepare: (people: { ana: Page; ben: Page }) => Promise<void> = async () => undefined
): Promise<{ dana: Page; ana: Page; ben: Page }> {
	const dana = await atTheDoor(browser, demo, 'Dana');
	await lead(dana);
	const [ana, ben] = [await atTheDoor(browser, demo, 'Ana'), await atTheDoor(browser, demo, 'Ben')];
	await prepare({ ana, ben });
	for (const page of [ana, ben]) {
		await page.getByRole('button', { name: 'Text only' }).click();
		await page.getByRole('button', { name: 'Ask to come in' }).click();
	}
	await dana.getByRole('button', { name: /Let all 2 in/ }).click();
	await dana.getByText('All steps, the timer, the end').click();
	await dana.getByRole('button', { name: /Board/ }).first().click();
	await dana.getByText('All steps, the timer, the end').click();
	return { dana, ana, ben };
}
