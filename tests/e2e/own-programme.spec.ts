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

test('a programme of one’s own is made, put in order and followed by keyboard: the focus stays, and what happened is said', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana');
	await page.goto(`/groups/${world.ids.group}/programme`, { waitUntil: 'networkidle' });
	await page.getByRole('link', { name: 'Make a programme of your own' }).press('Enter');
	await page.getByRole('button', { name: 'Make the programme' }).press('Enter');
	await expect(page.getByText('Please give the programme a name.')).toBeVisible();
	expect(await faultsOfScreen(page, { name: 'programmes of our own' })).toEqual([]);
	await page.getByLabel('Name of the programme').fill('Autumn evenings');
	await page.getByLabel('What it is for').fill('Six quiet evenings');
	await page.getByRole('button', { name: 'Make the programme' }).press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Autumn evenings');

	const titles = page.locator('.card h3');
	const source = page.getByLabel('Another session, from');
	const add = async (plan: RegExp | string) => {
		const option = source.locator('option').filter({ hasText: plan }).first();
		await source.selectOption((await option.getAttribute('value'))!);
		await page.getByRole('button', { name: 'Add it' }).press('Enter');
		await expect(page.getByRole('status').filter({ hasText: plan })).toBeVisible();
	};
	await page.getByRole('button', { name: 'Add it' }).press('Enter');
	await expect(page.getByText('Please choose a plan.')).toBeVisible();
	await add('Naming feelings');
	await add('Doing comes first');
	await add('What matters to you');
	await expect(titles).toHaveText([/Naming feelings/, /Doing comes first/, /What matters to you/]);

	const down = page.getByRole('button', { name: 'Move Naming feelings down' });
	await down.press('Enter');
	await expect(page.getByText('“Naming feelings” is now session 2 of 3.')).toBeVisible();
	await expect(down).toBeFocused();
	await page.keyboard.press('Alt+ArrowDown');
	await expect(page.getByText('“Naming feelings” is now session 3 of 3.')).toBeVisible();
	await expect(titles.last()).toContainText('Naming feelings');
	await page.keyboard.press('Alt+ArrowDown');
	await expect(page.getByText('It cannot move further down.')).toBeVisible();
	await page.getByRole('button', { name: 'Take What matters to you out' }).press('Enter');
	await expect(titles).toHaveText([/Doing comes first/, /Naming feelings/]);
	const back = page.getByRole('button', { name: 'Put “What matters to you” back' });
	await expect(back).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(titles).toHaveText([/Doing comes first/, /What matters to you/, /Naming feelings/]);
	await expect(source).toBeFocused();
	await page.getByText('Its words and steps: Doing comes first').press('Enter');
	await page.getByLabel('Title of the session').first().fill('Small doings');
	await page.getByRole('button', { name: 'Save session 1' }).press('Enter');
	await expect(titles.first()).toContainText('Small doings');
	expect(await faultsOfScreen(page, { name: 'a programme of one’s own' })).toEqual([]);

	await page.goto(`/groups/${world.ids.group}/programme`, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Choose Autumn evenings' }).press('Enter');
	await expect(page.getByText('0 of 3 sessions planned')).toBeVisible();
	await page.getByRole('link', { name: 'Plan session 1: Small doings' }).press('Enter');
	await expect(page.getByLabel('Title of the session')).toHaveValue('Small doings');
	await page.getByRole('button', { name: 'Plan the session' }).click();
	await page.waitForURL(/\/sessions\/[\w-]{22}$/);
	await page.goto(`/groups/${world.ids.group}`, { waitUntil: 'networkidle' });
	await expect(page.getByText('1 of 3 sessions planned')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Plan session 2: What matters to you' })).toBeVisible();
	await page.context().close();
});

test('without scripts and on a small phone: a programme is made, arranged, shared and deleted; who does not own it changes nothing', async ({
	browser
}) => {
	const phone = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };
	const page = await world.open(browser, 'pat', phone);
	await page.goto('/programmes');
	await page.getByLabel('Name of the programme').fill('Circle of spring');
	await page.getByRole('button', { name: 'Make the programme' }).click();
	for (const from of ['peer-support.1', 'peer-support.2']) {
		await page.getByLabel('Another session, from').selectOption(from);
		await page.getByRole('button', { name: 'Add it' }).click();
	}
	const titles = page.locator('.card h3');
	await expect(titles).toHaveCount(2);
	await expect(titles).toHaveText([/Why we are here/, /In our hands/]);
	await page.getByRole('button', { name: 'Move Why we are here down' }).click();
	await expect(titles).toHaveText([/In our hands/, /Why we are here/]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await page.getByText('Everyone who leads groups in this practice may use it').click();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText('Saved.')).toBeVisible();
	const mine = new URL(page.url()).pathname;

	const dana = await world.open(browser, 'dana');
	await dana.goto('/programmes');
	await expect(dana.getByText('shared by Pat Lee')).toBeVisible();
	await expect(dana.getByRole('link', { name: 'Change Circle of spring' })).toHaveCount(0);
	expect((await dana.goto(mine))?.status()).toBe(403);
	const ana = await world.open(browser, 'ana');
	expect((await ana.goto(mine))?.status()).toBe(404);

	await page.goto('/programmes');
	await page.getByRole('link', { name: 'Delete Circle of spring' }).click();
	await page.getByRole('button', { name: 'Delete the programme' }).click();
	await expect(page.getByText('There is none yet.')).toBeVisible();
});
