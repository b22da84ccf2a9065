import { expect, type Page, test } from '@playwright/test';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	const pairs = { ...newStep('breakout', 'therapy'), title: 'In pairs', minutes: 2 };
	group = await startLeadingGroup(['Ana', 'Ben'], [pairs]);
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('when the time of the rooms is over everyone is back by themselves, warned a minute before, each microphone as it was', async ({
	browser
}) => {
	const dana = await group.open(browser, 'Dana');
	const [ana, ben] = [await group.open(browser, 'Ana'), await group.open(browser, 'Ben')];
	for (const page of [ana, ben]) {
		await patiently(ownBar(page)).toBeVisible();
		await page.getByRole('button', { name: 'Voice only' }).click();
		await patiently(mic(page)).toHaveAttribute('aria-pressed', 'false');
	}
	await mic(ana).click();
	await patiently(mic(ana)).toHaveAttribute('aria-pressed', 'true');

	await dana.getByRole('button', { name: /^Begin/ }).click();
	await dana.getByRole('button', { name: /^Open one room, 2 min/ }).click();
	const openedAt = Date.now();
	for (const page of [ana, ben]) {
		await patiently(notice(page)).toBeVisible();
		await expect(notice(page)).not.toContainText('Everyone comes back by themselves.');
	}
	await expect(mic(ana)).toHaveAttribute('aria-pressed', 'true');

	for (const page of [ana, ben]) {
		await expect(notice(page)).toContainText('Everyone comes back by themselves.', { timeout: 90_000 });
	}
	// Nobody presses anything.
	for (const page of [ana, ben]) await expect(notice(page)).toHaveCount(0, { timeout: 120_000 });
	expect(Date.now() - openedAt).toBeGreaterThan(110_000);
	await expect(mic(ana)).toHaveAttribute('aria-pressed', 'true');
	await expect(mic(ben)).toHaveAttribute('aria-pressed', 'false');
});

const notice = (page: Page) => page.locator('.banner', { hasText: /^\s*Room \d/ });
const mic = (page: Page) => ownBar(page).getByRole('button', { name: /^Mic/ });
