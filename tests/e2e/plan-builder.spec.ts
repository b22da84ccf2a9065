import { expect, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { startTuesdayGroup, type TuesdayGroup } from '../support/tuesday-group.ts';

let world: TuesdayGroup;
test.beforeAll(async () => {
	world = await startTuesdayGroup();
});
test.afterAll(everyoneLeaves);
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
	await expect(page.getByText('Arrive is now step 2 of 10.')).toBeAttached();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(titles.first()).toContainText('Arrive');
	await expect(down).toBeFocused();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(page.getByText('Arrive cannot move further up.')).toBeAttached();
	// What is opened stays open while it is written in.
	const first = page.locator('.card').filter({ has: page.getByRole('heading', { name: /Arrive/ }) });
	await first.getByText('Edit').press('Enter');
	const minutes = first.getByLabel('Minutes');
	await minutes.focus();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type('12');
	await expect(minutes).toBeFocused();
	await expect(minutes).toHaveValue('12');
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

test('a programme is chosen by keyboard; its first session is planned from it, kept as a template, and used again', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana');
	await page.goto(`/groups/${world.ids.group}`, { waitUntil: 'networkidle' });
	await page.getByRole('link', { name: 'Follow a programme' }).press('Enter');
	await page.getByRole('button', { name: 'Choose Through fear, not around it' }).press('Enter');
	await expect(page.getByText('0 of 8 sessions planned')).toBeVisible();
	await page.getByRole('link', { name: 'Plan session 1: How the alarm works' }).press('Enter');
	await expect(page.getByLabel('Title of the session')).toHaveValue('How the alarm works');
	await expect(page.getByText('89 of 90 minutes planned, 1 free')).toBeVisible();
	await page.getByText('Keep these steps as a template').click();
	await page.getByRole('button', { name: 'Keep the template' }).click();
	await expect(page.getByText('Please give the template a name.')).toBeVisible();
	await page.getByLabel('Name of the template').fill('First meetings');
	await page.getByRole('button', { name: 'Keep the template' }).click();
	await expect(page.getByText('“First meetings” is among your templates now.')).toBeVisible();
	await page.getByRole('button', { name: 'Plan the session' }).click();
	await page.waitForURL(/\/sessions\/[\w-]{22}$/);
	await page.goto(`/groups/${world.ids.group}`, { waitUntil: 'networkidle' });
	await expect(page.getByText('1 of 8 sessions planned')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Plan session 2: Coming back to now' })).toBeVisible();
	await page.getByRole('link', { name: 'Plan a session' }).click();
	await page.getByLabel('Begin with').selectOption({ label: 'First meetings' });
	await page.getByRole('button', { name: 'Use these steps' }).click();
	await expect(page.getByLabel('Title of the session')).toHaveValue('First meetings');
	await expect(page.locator('.card h3').nth(1)).toContainText('Who we are');
	await page.context().close();
});

test('without scripts and on a phone: a template is kept, begun from, renamed and deleted', async ({
	browser
}) => {
	const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
	const page = await world.open(browser, 'pat', phone);
	await page.goto(`/groups/${world.ids.peer}/sessions/new`);
	await page.getByRole('button', { name: 'Move Check-in up' }).click();
	await page.getByText('Keep these steps as a template').click();
	await page.getByLabel('Name of the template').fill('Check-in first');
	await page.getByRole('button', { name: 'Keep the template' }).click();
	await expect(page.getByText('“Check-in first” is among your templates now.')).toBeVisible();
	// The form still holds what was arranged.
	await expect(page.locator('.card h3').first()).toContainText('Check-in');
	await page.getByLabel('Begin with').selectOption({ label: 'Check-in first' });
	await page.getByRole('button', { name: 'Use these steps' }).click();
	await expect(page.getByLabel('Title of the session')).toHaveValue('Check-in first');
	await expect(page.locator('.card h3').first()).toContainText('Check-in');
	await page.getByRole('link', { name: 'My templates' }).click();
	await page.getByRole('link', { name: 'Change Check-in first' }).click();
	await page.getByLabel('Name of the template').fill('Circle, check-in first');
	await page.getByRole('button', { name: 'Save the template' }).click();
	await page.getByRole('link', { name: 'Delete Circle, check-in first' }).click();
	await page.getByRole('button', { name: 'Delete the template' }).click();
	await expect(page.getByText('There is no template yet.')).toBeVisible();
	await page.context().close();
});

test('the preview shows each sheet with its real questions and readers, without notes, and nothing can be written in it', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana');
	await page.goto(`/sessions/${world.ids.later}/plan`, { waitUntil: 'networkidle' });
	const first = page.locator('.card').filter({ has: page.getByRole('heading', { name: /Thought record/ }) });
	await first.getByText('Edit').press('Enter');
	await first.getByLabel('Notes for facilitators').fill('Ask Ben first');
	await page.getByRole('button', { name: 'Preview as a member' }).press('Enter');
	const preview = page.getByRole('dialog', { name: 'What members see' });
	await expect(preview.getByText('Ask Ben first')).toHaveCount(0);
	await preview.getByText('The sheet: Thought record').press('Enter');
	const situation = preview.getByRole('textbox', { name: /What happened/ });
	await expect(situation).not.toBeEditable();
	await expect(preview.getByText('You, and Dana after you press Done').first()).toBeVisible();
	await preview.getByText('The sheet: Session pulse').press('Enter');
	await expect(preview.getByText('I felt understood by the group.', { exact: true })).toBeVisible();
	expect(await faultsOfScreen(page, { name: 'preview as a member' })).toEqual([]);
	await preview.getByRole('button', { name: 'Close' }).press('Enter');
	await expect(preview).toHaveCount(0);
	await page.context().close();
});

test('on a phone, by keyboard, a step is added, removed and put back where it was; the focus goes along', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana', { viewport: { width: 390, height: 844 } });
	await page.goto(`/sessions/${world.ids.later}/plan`, { waitUntil: 'networkidle' });
	const titles = page.locator('.card h3');
	const before = await titles.allInnerTexts();
	await page.getByLabel('Another step').focus();
	await page.keyboard.type('Breathing');
	await page.getByRole('button', { name: 'Add it' }).press('Enter');
	await expect(titles).toHaveCount(before.length + 1);
	await expect(page.getByText(`Breathing added as step ${before.length + 1}.`)).toBeAttached();
	const second = page.locator('.card').filter({ has: page.getByRole('heading', { name: /Check-in/ }) });
	await second.getByText('Edit').press('Enter');
	await second.getByRole('button', { name: /^Remove/ }).press('Enter');
	await expect(page.getByText('“Check-in” was removed.')).toBeVisible();
	await expect(titles).toHaveCount(before.length);
	// Whoever works by keyboard goes on with the step that took its place.
	const focused = page.locator(':focus');
	await expect(focused).toHaveText(/Edit/);
	await page.getByRole('button', { name: 'Put it back' }).press('Enter');
	await expect(titles.nth(1)).toContainText('Check-in');
	await expect(page.getByText('Check-in is back as step 2.')).toBeAttached();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await page.getByRole('button', { name: 'Save the plan' }).press('Enter');
	await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
	await page.reload({ waitUntil: 'networkidle' });
	await expect(titles).toHaveCount(before.length + 1);
	await page.context().close();
});
