import { type Browser, expect, type Page } from '@playwright/test';
import { type Demo, signedIn } from './demo.ts';
import { watchDevices } from './watched-devices.ts';

export const bar = (page: Page) => page.getByRole('toolbar', { name: 'You and the room' });
export const mic = (page: Page) => bar(page).getByRole('button', { name: 'Mic' });
export const camera = (page: Page) => bar(page).getByRole('button', { name: 'Camera' });

/** A person's browser before the door, whose devices are watched. */
export async function arrives(browser: Browser, demo: Demo, name: string): Promise<Page> {
	const page = await signedIn(browser, demo, name);
	await watchDevices(page.context());
	await page.goto(`${demo.url}/sessions/${demo.session}/room`);
	return page;
}

/** From the door into the room: a facilitator goes straight in, a member asks and is let in by `leader`. */
export async function comesIn(page: Page, means: string, leader: Page | null = null): Promise<void> {
	await page.getByRole('button', { name: means }).click();
	if (leader) {
		await page.getByRole('button', { name: 'Ask to come in' }).click();
		await leader.getByRole('button', { name: /^Let in/ }).click();
	}
	await expect(bar(page)).toBeVisible();
}

export async function isOff(button: ReturnType<typeof mic>): Promise<void> {
	await expect(button).toHaveAttribute('aria-pressed', 'false');
}

export async function isOn(button: ReturnType<typeof mic>): Promise<void> {
	await expect(button).toHaveAttribute('aria-pressed', 'true');
}
