import { expect, type Page, test } from '@playwright/test';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, MEMBERS, startLeadingGroup } from '../support/leading-group.ts';

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	const pairs = { ...newStep('breakout', 'therapy'), title: 'In pairs' };
	group = await startLeadingGroup(MEMBERS, [newStep('arrive', 'therapy'), pairs], { withFinn: true });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('who shall be with whom is named ahead on a phone by keyboard, and the rooms open so: who is away leaves a hole, who was not named is spread by a tap', async ({
	browser
}) => {
	const dana = await group.open(browser, 'Dana');
	await patiently(ownBar(dana)).toBeVisible();

	await test.step('in the plan', async () => {
		const plan = await dana.context().newPage();
		await plan.setViewportSize({ width: 390, height: 844 });
		await plan.goto(`${group.session}/plan`, { waitUntil: 'networkidle' });
		const card = plan.locator('.card').filter({ has: plan.getByRole('heading', { name: /In pairs/ }) });
		await card.getByText('Edit').press('Enter');
		await card.getByText('Who is with whom, by name').press('Enter');
		for (const [name, room] of Object.entries({ Ana: 'Room 1', Ben: 'Room 1', Chris: 'Room 2' })) {
			await card.getByLabel(name, { exact: true }).focus();
			await plan.keyboard.type(room);
		}
		await expect(card.getByText('One room has one person in it so far.')).toBeVisible();
		await card.getByLabel('Finn', { exact: true }).selectOption({ label: 'Room 2' });
		await expect(card.getByText(/so far/)).toHaveCount(0);
		expect(await faultsOfScreen(plan, { name: 'who is with whom, in the plan' })).toEqual([]);
		expect(await plan.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		await plan.getByRole('button', { name: 'Save the plan' }).press('Enter');
		await expect(plan.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
		await plan.reload({ waitUntil: 'networkidle' });
		await card.getByText('Edit').press('Enter');
		await expect(card.getByLabel('Chris', { exact: true })).toHaveValue('2');
		await plan.close();
	});

	const pages = {} as Record<(typeof MEMBERS)[number], Page>;
	for (const name of MEMBERS) pages[name] = await group.open(browser, name);
	for (const page of Object.values(pages)) await patiently(ownBar(page)).toBeVisible();
	await dana.getByRole('button', { name: /^Begin/ }).click();
	await dana.getByRole('button', { name: /^Next: In pairs/ }).click();
	const who = dana.getByRole('group', { name: 'Who is where?' });
	const roomOf = (name: string) =>
		who.getByLabel(name, { exact: true }).evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text);
	await expect
		.poll(() => Promise.all(MEMBERS.map(roomOf)), { timeout: 60_000 })
		.toEqual([...['Room 1', 'Room 1', 'Room 2', 'Not placed yet']]);
	await expect(who.getByText('Not placed yet: Elif.')).toBeVisible();
	await expect(dana.getByText('Nobody should sit in a room alone.')).toBeVisible();
	expect(await faultsOfScreen(dana, { name: 'rooms as planned, with a hole' })).toEqual([]);
	await who.getByRole('button', { name: 'Spread them over the rooms' }).press('Enter');
	expect(await roomOf('Elif')).toBe('Room 2');
	await who.getByRole('button', { name: 'Mix anew' }).click();
	await who.getByRole('button', { name: 'As planned' }).click();
	await who.getByRole('button', { name: 'Spread them over the rooms' }).click();
	await dana.getByRole('button', { name: /^Open 2 rooms/ }).click();
	const notice = (page: Page) => page.locator('.banner', { hasText: /^\s*Room \d/ });
	await patiently(notice(pages.Ana)).toContainText('Room 1, with Ben');
	await patiently(notice(pages.Chris)).toContainText('Room 2, with Elif');
});
