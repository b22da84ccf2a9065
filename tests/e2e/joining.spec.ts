import { expect, type Page, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { startTuesdayGroup, type TuesdayGroup } from '../support/tuesday-group.ts';

let world: TuesdayGroup;
test.beforeAll(async () => {
	world = await startTuesdayGroup();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => world.stop());

async function open(page: Page, link: string): Promise<void> {
	await page.goto('about:blank');
	await page.goto(link);
	await expect(page.getByRole('radio', { name: 'I am 18 or older' })).toBeVisible();
}

test('S17 who is not of age gets a kind page with help and leaves no trace; S16 nobody joins without agreeing', async ({
	browser
}) => {
	const dana = await world.open(browser, 'dana');
	await dana.goto(`/groups/${world.ids.group}/people`);
	await dana.getByRole('button', { name: 'Make a link' }).click();
	const link = await dana.getByRole('textbox', { name: 'The link' }).inputValue();

	const page = await (await browser.newContext()).newPage();
	await open(page, link);
	// Another link in the same tab: what is on the page is never of the one before.
	await page.goto(`${link.split('#')[0]}#${'x'.repeat(43)}`);
	await expect(page.getByRole('radio', { name: 'I am 18 or older' })).toHaveCount(0);
	await open(page, link);
	const form = async () => {
		await page.locator('[name=alias]').fill('Kim');
		await page.locator('[name=device][value=shared]').check();
	};
	const joinButton = page.getByRole('button', { name: 'Join the group' });

	await page.getByRole('radio', { name: 'I am younger' }).check();
	await form();
	await page.locator('[name=consent]').check();
	await joinButton.click();
	await expect(page.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
	await expect(page.getByText('112').filter({ visible: true }).first()).toBeVisible();
	expect((await page.context().cookies()).filter(({ name }) => name !== 'theme')).toEqual([]);

	// The invitation is not spent by it.
	await open(page, link);
	await expect(
		page.getByText('Hearth does not record; it cannot stop others recording.').first()
	).toBeVisible();
	await page.getByRole('radio', { name: 'I am 18 or older' }).check();
	await form();
	await joinButton.click();
	expect(new URL(page.url()).pathname).toBe('/join');
	await page.locator('[name=consent]').check();
	await joinButton.click();
	await page.waitForURL(/\/groups\//);
	await page.context().close();
	await dana.context().close();
});
