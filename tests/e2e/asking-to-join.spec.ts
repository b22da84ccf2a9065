import { expect, type Page, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { startTuesdayGroup, type TuesdayGroup } from '../support/tuesday-group.ts';

let world: TuesdayGroup;
test.beforeAll(async () => {
	world = await startTuesdayGroup();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => world.stop());

/** Fills in a request. */
async function fillIn(page: Page, alias: string): Promise<void> {
	await page.getByRole('radio', { name: 'I am 18 or older' }).check();
	await page.getByLabel('What may we call you?').fill(alias);
	await page.getByLabel('What brings you').fill('I worry a lot, and would like to hear how others do it.');
	await page.getByRole('radio', { name: 'Not sure yet' }).check();
	await page.locator('[name=link][value=yes]').check();
	await page.locator('[name=privacy][value=sometimes]').check();
	await page.getByLabel('Their name').fill('Lee');
	await page.getByLabel('Their phone').fill('+353 1 555 0199');
}

async function ask(page: Page, alias: string): Promise<string> {
	await page.goto('/');
	await page.getByRole('link', { name: /^Ask to join/ }).click();
	await fillIn(page, alias);
	await page.getByRole('button', { name: 'Ask to join' }).click();
	return page.getByRole('textbox', { name: 'Your link' }).inputValue();
}

test('S18 strangers ask to join an open group: one is invited and joins, another is declined kindly', async ({
	browser
}) => {
	const dana = await world.open(browser, 'dana');
	const requests = `/groups/${world.ids.group}/requests`;
	await dana.goto(requests);
	await dana.getByLabel('Whom it is for').fill('For people who worry a lot.');
	await dana.getByRole('button', { name: 'Open it' }).click();
	await expect(dana.getByText('It stands on the front page')).toBeVisible();

	const kim = await (await browser.newContext({ baseURL: new URL(dana.url()).origin })).newPage();
	const kims = await ask(kim, 'Kim');
	const lou = await (await browser.newContext({ baseURL: new URL(dana.url()).origin })).newPage();
	const lous = await ask(lou, 'Lou');
	await expect(lou.getByText('112').filter({ visible: true }).first()).toBeVisible();

	await dana.goto(requests);
	await dana.getByRole('button', { name: 'Invite Kim' }).click();
	await expect(dana.getByText('They find the invitation')).toBeVisible();
	await dana.getByText('Decline kindly').click();
	await dana
		.getByLabel('A kind word to Lou')
		.fill('Thank you, Lou. Just now the group works on something else.');
	await dana.getByRole('button', { name: 'Send this answer' }).click();
	await expect(dana.getByText('They find your words')).toBeVisible();

	await lou.goto(lous);
	await expect(lou.getByText('Just now the group works on something else.')).toBeVisible();
	await expect(lou.getByRole('heading', { name: 'Where else you can turn' })).toBeVisible();
	await lou.getByText('Take my request back').click();
	await lou.getByRole('button', { name: 'Take it back' }).click();
	await expect(lou.getByRole('heading', { name: 'Your request is taken back' })).toBeVisible();

	await kim.goto(kims);
	await kim.getByRole('link', { name: 'See the invitation' }).click();
	await kim.getByRole('radio', { name: 'I am 18 or older' }).check();
	await kim.locator('[name=alias]').fill('Kim');
	await kim.locator('[name=device][value=shared]').check();
	await kim.locator('[name=consent]').check();
	await kim.getByRole('button', { name: 'Join the group' }).click();
	await kim.waitForURL(/\/groups\//);
	await dana.goto(`/groups/${world.ids.group}/people`);
	await expect(dana.getByText('Kim').first()).toBeVisible();
});
