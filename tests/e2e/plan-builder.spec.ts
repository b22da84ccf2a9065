import { expect, test } from '@playwright/test';
import { startTuesdayGroup, type TuesdayGroup } from '../support/tuesday-group.ts';

let world: TuesdayGroup;
test.beforeAll(async () => {
	world = await startTuesdayGroup();
});
test.afterAll(() => world.stop());

test('steps are put in order by keyboard: the focus stays, and what happened is said', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana');
	await page.goto(`/sessions/${world.ids.next}/plan`, { waitUntil: 'networkidle' });
	const titles = page.locator('.card h3');
	const down = page.getByRole('button', { name: 'Move Arrive down' });
	await down.focus();
	await page.keyboard.press('Enter');
	await expect(titles.nth(1)).toContainText('Arrive');
	await expect(down).toBeFocused();
	await expect(page.getByText('Arrive is now step 2 of 7.')).toBeAttached();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(titles.first()).toContainText('Arrive');
	await expect(down).toBeFocused();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(page.getByText('Arrive cannot move further up.')).toBeAttached();
	await page.context().close();
});

test('S09 the builder says the readers that the sheet will say, and changes are not lost by leaving', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana');
	await page.goto(`/sessions/${world.ids.next}/plan`, { waitUntil: 'networkidle' });
	await page.getByLabel('Another step').selectOption('worksheet');
	await page.getByRole('button', { name: 'Add it' }).click();
	const added = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('button', { name: 'Move Worksheet' }) });
	await added.getByText('Yes, as they type.').click();
	await expect(added.getByText('You and Dana, as you type.')).toBeVisible();
	await expect(page.getByText('95 minutes planned in 75: 20 too many')).toBeVisible();
	await page.getByRole('link', { name: 'Tuesday group' }).click();
	await page.getByRole('button', { name: 'Stay here' }).click();
	await page.getByRole('button', { name: 'Save the plan' }).click();
	await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
	await page.getByRole('link', { name: 'Tuesday group' }).click();
	await page.waitForURL(/\/groups\//);
	await page.context().close();
});

test('without scripts a session is planned, put into a calendar and cancelled; a skipped hour is refused', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana', { javaScriptEnabled: false });
	await page.goto(`/groups/${world.ids.group}/sessions/new`);
	await page.getByLabel('Title of the session').fill('Made without scripts');
	await page.getByLabel('Date').fill('2027-03-28');
	await page.getByLabel('Starts at').fill('02:30');
	await page.getByRole('button', { name: 'Move Check-in up' }).click();
	await expect(page.locator('.card h3').first()).toContainText('Check-in');
	await expect(page.getByLabel('Title of the session')).toHaveValue('Made without scripts');
	await page.getByRole('button', { name: 'Plan the session' }).click();
	await expect(page.getByText('02:30 does not exist').first()).toBeVisible();
	await page.getByLabel('Starts at').fill('18:00');
	await page.getByRole('button', { name: 'Plan the session' }).click();
	await expect(page.getByText('Sun 28 Mar 2027, 18:00–19:15')).toBeVisible();
	const calendar = `${page.url()}/calendar.ics`;
	expect(await (await page.request.get(calendar)).text()).toContain(
		'DTSTART;TZID=Europe/Madrid:20270328T180000'
	);
	await page.getByRole('link', { name: 'Move or cancel' }).click();
	await page.getByRole('button', { name: 'Cancel the session' }).click();
	await expect(page.getByText('This session does not take place.')).toBeVisible();
	expect(await (await page.request.get(calendar)).text()).toContain('METHOD:CANCEL');
	await page.context().close();
});
