import { expect, type Page, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, type Name, startLeadingGroup } from '../support/leading-group.ts';

/** What is said, typed by somebody for those who read along. */

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	group = await startLeadingGroup();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('a member offers to type captions, everyone reads along for as long as they wish, rooms have theirs to themselves, and nothing stays', async ({
	browser
}) => {
	const page = {} as Record<Name, Page>;
	for (const name of ['Dana', 'Ana', 'Ben'] as const) page[name] = await group.open(browser, name);
	const { Dana: dana, Ana: ana, Ben: ben } = page;
	for (const one of [ana, ben]) await patiently(ownBar(one)).toBeVisible();

	await test.step('offered, agreed on, and everyone sees who types', async () => {
		await more(ben, 'Offer to type captions');
		await patiently(ben.getByText(/can see that you offer to type captions/)).toBeVisible();
		await expect(ana.getByText(/offers to type captions/)).toHaveCount(0);
		await dana.getByRole('button', { name: /^Yes, please/ }).click();
		await patiently(captions(ana).getByText('Ben types captions')).toBeVisible();
		await patiently(ana.getByText(/Ben — .*types captions/)).toBeVisible();
	});

	await test.step('a line is read while it grows, and aloud once it is done', async () => {
		await line(ben).pressSequentially('The bus was late');
		await patiently(captions(ana).getByText('The bus was late')).toBeVisible();
		await expect(captions(ana).getByRole('log')).not.toContainText('The bus');
		await line(ben).pressSequentially(' today.');
		await line(ben).press('Enter');
		await patiently(captions(ana).getByRole('log')).toContainText('The bus was late today.');
		await expect(line(ben)).toHaveValue('');
		await line(ben).fill('I walked.');
		await line(ben).press('Enter');
		await patiently(captions(dana).getByRole('log')).toContainText('I walked.');
	});

	await test.step('each shows them or puts them away for themselves', async () => {
		await captions(dana).getByRole('button', { name: 'Show captions' }).click();
		await expect(dana.getByText('I walked.')).toHaveCount(0);
		await expect(captions(dana).getByText('Ben types captions')).toBeVisible();
		await expect(captions(ana).getByText('I walked.')).toBeVisible();
		expect(await faultsOfScreen(ana, { name: 'captions, as one reads them' })).toEqual([]);
		expect(await faultsOfScreen(ben, { name: 'captions, as one types them' })).toEqual([]);
		const usual = await sizeOf(ana);
		await ana.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		expect(await sizeOf(ana)).toBe(2 * usual);
		await ana.evaluate(() => (document.documentElement.style.fontSize = ''));
	});

	await test.step('in rooms captions stay in their room', async () => {
		await dana.getByRole('button', { name: /^Begin/ }).click();
		await dana.getByText('Pairs or rooms').click();
		const who = dana.getByRole('group', { name: 'Who is where?' });
		for (const [name, room] of Object.entries({
			Ana: 'Room 1',
			Ben: 'Room 1',
			Chris: 'Room 2',
			Elif: 'Room 2'
		}))
			await who.getByLabel(name, { exact: true }).selectOption({ label: room });
		await captions(dana).getByRole('button', { name: 'Show captions' }).click();
		await dana.getByRole('button', { name: /^Open 2 rooms/ }).click();
		await patiently(ben.getByText('Room 1 reads along as you type.', { exact: false })).toBeVisible();
		await line(ben).fill('Only for our room.');
		await line(ben).press('Enter');
		await patiently(captions(ana).getByText('Only for our room.')).toBeVisible();
		await expect(captions(dana)).toHaveCount(0);
		await expect(dana.getByText('Only for our room.')).toHaveCount(0);
		await dana.getByRole('button', { name: 'Now', exact: true }).click();
		await patiently(captions(dana)).toBeVisible();
		await expect(dana.getByText('Only for our room.')).toHaveCount(0);
	});

	await test.step('a facilitator asks another member, who agrees; and ends what Ben types', async () => {
		await dana.getByText('For Ana').click();
		await dana.getByRole('button', { name: 'Ask to type captions' }).click();
		await ana.getByRole('button', { name: 'Yes, I type captions' }).click();
		await patiently(captions(dana).getByText('Ben and Ana type captions')).toBeVisible();
		await dana.getByText('For Ben').click();
		await dana.getByRole('button', { name: 'End their captions' }).click();
		await patiently(line(ben)).toHaveCount(0);
		await patiently(captions(ben).getByText('Ana types captions')).toBeVisible();
		await line(ana).fill('My turn.');
		await patiently(captions(ben).getByText('My turn.')).toBeVisible();
	});

	await test.step('whoever loads the page anew finds nothing of what was typed', async () => {
		await ben.reload();
		await patiently(captions(ben).getByText('Ana types captions')).toBeVisible();
		await expect(ben.getByText('My turn.')).toHaveCount(0);
	});
});

const captions = (page: Page) => page.getByRole('region', { name: 'Captions' });
const line = (page: Page) => page.getByLabel('Captions: type what is said');

async function more(page: Page, choice: string): Promise<void> {
	await ownBar(page).getByRole('button', { name: /^More/ }).click();
	await page.getByRole('dialog').getByRole('button', { name: choice }).click();
}

/** How large the words of the captions are, in pixels. */
function sizeOf(page: Page): Promise<number> {
	return captions(page)
		.getByRole('log')
		.evaluate((log) => parseFloat(getComputedStyle(log).fontSize));
}
