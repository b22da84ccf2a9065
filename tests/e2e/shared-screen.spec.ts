import { expect, type Page, test } from '@playwright/test';
import { atTheDoor, type Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { lead } from '../support/in-the-room.ts';

let demo: Demo;
demoOfFile((started) => (demo = started));

test('a screen is shown by who leads, and by a member who was allowed; it reaches the group, and S07 the facilitator ends it', async ({
	browser
}) => {
	const [dana, ana] = (await Promise.all(['Dana', 'Ana'].map((name) => atTheDoor(browser, demo, name)))) as [
		Page,
		Page
	];
	await lead(dana);
	await ana.getByRole('button', { name: 'Without camera' }).click();
	await ana.getByRole('button', { name: 'Ask to come in' }).click();
	await dana.getByRole('button', { name: /^Let in/ }).click();
	await expect(ana.getByRole('toolbar', { name: 'You and the room' })).toBeVisible();

	await dana.getByRole('button', { name: 'More', exact: true }).click();
	await dana.getByRole('button', { name: 'Show my screen' }).click();
	await expect(dana.getByText('You are showing your screen. The group sees it.')).toBeVisible();
	await expect(ana.getByText('Dana is showing a screen.')).toBeVisible();
	await expect.poll(() => framesShownBy(ana, 'Dana'), { timeout: 120_000 }).toBeGreaterThan(3);
	await dana.getByRole('button', { name: 'Stop showing' }).click();
	await expect(ana.getByRole('region', { name: 'Dana’s screen' })).toHaveCount(0);

	await dana.getByText('For Ana').click();
	await dana.getByRole('button', { name: 'May show a screen' }).click();
	await ana.getByRole('button', { name: 'Show my screen' }).click();
	await expect(ana.getByText('You are showing your screen. The group sees it.')).toBeVisible();
	await expect.poll(() => framesShownBy(dana, 'Ana'), { timeout: 120_000 }).toBeGreaterThan(3);
	await dana.getByRole('button', { name: 'Put it away' }).click();
	await expect(ana.getByText('The facilitator has put your screen away.')).toBeVisible();
	await expect(dana.getByRole('region', { name: 'Ana’s screen' })).toHaveCount(0);
	await expect(ana.getByRole('button', { name: 'Show my screen' })).toHaveCount(0);
});

function framesShownBy(page: Page, name: string): Promise<number> {
	return page.evaluate((who) => {
		const video = document.querySelector<HTMLVideoElement>(`video[aria-label="What ${who} shows"]`);
		return video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
	}, name);
}
