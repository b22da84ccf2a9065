import { expect, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { startTuesdayGroup, type TuesdayGroup } from '../support/tuesday-group.ts';

const PATIENT = { timeout: 30_000 };
let world: TuesdayGroup;
test.beforeAll(async () => {
	world = await startTuesdayGroup();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => world.stop());

test('S09 homework: set for everyone, found at home on a phone, written without a network, done, and read where it was said', async ({
	browser
}) => {
	const dana = await world.open(browser, 'dana');
	await dana.goto(`/groups/${world.ids.group}`, { waitUntil: 'networkidle' });
	await dana.getByRole('link', { name: 'Homework' }).press('Enter');
	await dana.getByLabel('Exercise').selectOption({ label: 'Worry tree' });
	// S05: what asks about safety cannot be chosen.
	await expect(dana.getByLabel('Exercise').locator('option', { hasText: 'PHQ-9' })).toHaveCount(0);
	await dana.getByLabel('In your words').fill('One worry is enough.');
	await dana.getByRole('button', { name: 'Set it' }).click();
	await expect(dana.getByText('Ana: not begun')).toBeVisible();

	const ana = await world.open(browser, 'ana', { viewport: { width: 390, height: 844 } });
	await ana.goto('/home');
	await ana.getByRole('link', { name: 'Worry tree' }).click();
	await expect(ana.getByText(/You, and Dana.* after you press Done$/)).toBeVisible(PATIENT);
	await expect(ana.getByText('One worry is enough.')).toBeVisible();
	const worry = ana.getByLabel('What are you worried about?');
	await worry.fill('The rent');
	await expect(ana.getByText('Saved', { exact: false }).first()).toBeVisible(PATIENT);
	await ana.context().setOffline(true);
	await worry.fill('The rent, and the letter');
	await expect(ana.getByText(/not sent/i).first()).toBeVisible(PATIENT);
	await ana.context().setOffline(false);
	await expect(ana.getByText(/not sent/i)).toHaveCount(0, PATIENT);
	// S02: in the top line, and beside the words on the sheet that say nobody may be reading.
	await expect(ana.getByRole('main').getByRole('button', { name: 'Support' })).toBeVisible();
	await ana.getByRole('banner').getByRole('button', { name: 'Support' }).click();
	await expect(ana.getByRole('dialog').getByText('112')).toBeVisible();
	await ana.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
	await ana.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(ana.getByRole('link', { name: 'What was kept when you pressed Done' })).toBeVisible(PATIENT);

	await dana.reload();
	await expect(dana.getByText('Ana: done')).toBeVisible();
	await dana.getByRole('link', { name: /^Read it.*Worry tree, Ana$/ }).click();
	await expect(dana.getByText('The rent, and the letter')).toBeVisible();

	await ana.goto('/home');
	await expect(ana.getByRole('listitem').filter({ hasText: 'Worry tree' })).toContainText('done');
	await dana.goto(`/groups/${world.ids.group}/homework`, { waitUntil: 'networkidle' });
	await dana.getByRole('button', { name: /^Let it rest.*Worry tree$/ }).click();
	await expect(dana.getByText('Nothing is set now.')).toBeVisible();
	await ana.goto(`/groups/${world.ids.group}`);
	await expect(ana.getByRole('heading', { name: 'People' })).toBeVisible();
	await expect(ana.getByText('Before next time')).toHaveCount(0);
	await Promise.all([ana.context().close(), dana.context().close()]);
});
