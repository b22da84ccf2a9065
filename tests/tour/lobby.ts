import type { Page } from '@playwright/test';
import type { Tour } from './look.ts';

/** Before the door. */
export async function visitLobby({ demo, look }: Tour, page: Page): Promise<void> {
	await page.goto(`${demo.url}/sessions/${demo.session}/room`);
	const check = page.getByRole('button', { name: 'Check my camera' });
	await check.waitFor();
	await look(page, { name: 'lobby', title: 'The device check, before anything is on' });
	await check.click();
	await page.getByRole('button', { name: 'Turn camera off' }).waitFor();
	await page.waitForTimeout(SETTLE_MS);
	await look(page, { name: 'lobby-camera', title: 'The device check with a picture' });
}

/** The questions of the lobby, asked one by one, and the waiting room. */
export async function visitEntry({ look }: Tour, page: Page): Promise<void> {
	await page.getByRole('button', { name: 'With camera' }).click();
	await page.getByRole('button', { name: 'Ask to come in' }).waitFor();
	await look(page, { name: 'lobby-confirm', title: 'The lobby: is this still right for today?' });
	await page.getByRole('button', { name: 'Change something' }).click();
	for (const [name, title] of [
		['lobby-name', 'The lobby: if you need help'],
		['lobby-place', 'The lobby: where you are today'],
		['lobby-contact', 'The lobby: someone near to you']
	] as const) {
		await look(page, { name, title });
		await page.getByRole('button', { name: 'Go on' }).click();
	}
	await page.getByRole('button', { name: 'Ask to come in' }).click();
	await page.getByRole('heading', { name: 'You are in the waiting room' }).waitFor();
	await look(page, { name: 'waiting-room', title: 'The waiting room' });
}

/** As `visitEntry`, without looking. */
export async function askToComeIn({ demo }: Tour, page: Page, means: string): Promise<void> {
	await page.goto(`${demo.url}/sessions/${demo.session}/room`);
	await page.getByRole('button', { name: means }).click();
	await page.getByRole('button', { name: 'Ask to come in' }).click();
	await page.getByRole('heading', { name: 'You are in the waiting room' }).waitFor();
}

/** For a camera's first picture. */
const SETTLE_MS = 1_500;
