import { expect, type Page } from '@playwright/test';

/** What people do at the door of a session and in its room, by what they see there. */

export type Means = 'With camera' | 'Without camera' | 'Text only';

/** Goes to the session's door. Nothing has been switched on by it. */
export async function goToTheDoor(page: Page, session: string): Promise<void> {
	await page.goto(`${session}/room`);
	await expect(page.getByRole('button', { name: 'Check my camera' })).toBeVisible();
	await expect(page.getByText('Camera and microphone are off.')).toBeVisible();
	expect(await page.locator('video').count()).toBe(0);
}

export async function lead(page: Page): Promise<void> {
	await chooseMeans(page, 'With camera');
	await expect(page.getByText('You are leading')).toBeVisible();
}

/** One leads; the other, at the door, chooses to write, asks and is let in. */
export async function meetInWriting(leader: Page, member: Page): Promise<void> {
	await lead(leader);
	await chooseMeans(member, 'Text only');
	await member.getByRole('button', { name: 'Ask to come in' }).click();
	await leader
		.getByRole('button', { name: /^Let .*in/ })
		.first()
		.click();
}

/** Fills in the contact card on a first visit (S13), and asks to come in. */
export async function askToComeIn(page: Page, name: string, means: Means): Promise<void> {
	await chooseMeans(page, means);
	const card: Record<string, string>[] = [
		{ emergencyName: `${name} Byrne`, phone: '+353 1 555 0100' },
		{ address: '7 Quay Street, Galway' },
		{ contactName: 'Maeve Byrne', contactPhone: '+353 1 555 0101' }
	];
	for (const fields of card) {
		for (const [field, value] of Object.entries(fields)) await page.locator(`[name=${field}]`).fill(value);
		if ('address' in fields) {
			await page.getByLabel('Country').selectOption('IE');
			await page.getByRole('radio', { name: 'Yes' }).check();
		}
		await page.getByRole('button', { name: 'Go on' }).click();
	}
	await page.getByRole('button', { name: 'Ask to come in' }).click();
	await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
}

async function chooseMeans(page: Page, means: Means): Promise<void> {
	if (means === 'With camera') await page.getByRole('button', { name: 'Check my camera' }).click();
	await page.getByRole('button', { name: means }).click();
}

/** Gives a check-in to the group's numbers. */
export async function checkIn(page: Page, mood: string): Promise<void> {
	await page.getByRole('radio', { name: mood, exact: true }).check({ force: true });
	await page.getByRole('radio', { name: /numbers/i }).check({ force: true });
	await page.getByRole('button', { name: 'Done' }).click();
}

/** Says yes to showing an answer that was asked for. */
export async function show(page: Page, { as, keep }: { as: RegExp; keep: boolean }): Promise<void> {
	const asked = page.getByRole('region', { name: 'Would you like to show something?' });
	await asked.getByRole('radio', { name: as }).check();
	if (keep) await asked.getByRole('radio', { name: /Also keep/ }).check();
	await asked.getByRole('button', { name: 'Show', exact: true }).click();
}

export async function askFor(page: Page, answer: string): Promise<void> {
	const again = page.getByRole('button', { name: 'Stop asking' });
	if (await again.isVisible()) await again.click();
	await page.getByText('Ask to show answers').click();
	await page.getByRole('checkbox', { name: answer }).check();
	await page.getByRole('button', { name: 'Ask', exact: true }).click();
}

export async function end(page: Page): Promise<void> {
	await page.getByText('All steps, the timer, the end').click();
	await page.getByRole('button', { name: 'End the session' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
}

/** How many pictures of the others a page has shown: one's own, which is mirrored, does not count. */
export function framesOf(page: Page): Promise<number> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLVideoElement>('video:not(.mirrored)')].reduce(
			(sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames,
			0
		)
	);
}

/** Puts a note on the board. */
export async function writeNote(page: Page, words: string): Promise<void> {
	await page.getByRole('toolbar', { name: 'Drawing tools' }).getByRole('button', { name: 'Note' }).click();
	await page.getByLabel(/^Drawing on sheet/).click({ position: { x: 200, y: 160 } });
	await page.getByRole('textbox', { name: 'Words on this note' }).fill(words);
	await page.keyboard.press('Escape');
}

/** One's own buttons: there as long as one is in the room. */
export function ownBar(page: Page) {
	return page.getByRole('toolbar', { name: 'You and the room' });
}
