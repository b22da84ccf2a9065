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
	group = await startLeadingGroup(MEMBERS, [newStep('worksheet', 'therapy')]);
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

const SECRET = 'The kettle whistled at four.';

test('who leads sees who is writing, done, stuck or away, without a word of anybody’s, and a nudge is seen by that member alone', async ({
	browser
}) => {
	const dana = await group.open(browser, 'Dana');
	const kim = await group.open(browser, 'Kim');
	const pages = {} as Record<(typeof MEMBERS)[number], Page>;
	for (const name of MEMBERS) pages[name] = await group.open(browser, name);
	const { Ana: ana, Ben: ben, Chris: chris, Elif: elif } = pages;
	for (const page of Object.values(pages)) await patiently(ownBar(page)).toBeVisible();
	const frames: string[] = [];
	for (const page of [dana, kim]) await listenTo(page, frames);
	await dana.getByRole('button', { name: /^Begin/ }).click();

	for (const page of [ana, ben, chris]) {
		await page.getByRole('textbox', { name: /What happened/ }).fill(SECRET);
		await patiently(page.getByText('Saved', { exact: true }).first()).toBeVisible();
	}
	await ben.getByRole('button', { name: 'Done', exact: true }).click();
	await chris.getByRole('button', { name: 'I’m stuck' }).click();
	await elif.close();

	const wall = dana.getByRole('region', { name: 'Worksheets' });
	const STATES = { Ana: 'is writing', Ben: 'done', Chris: 'is stuck', Elif: 'away' };
	for (const [name, state] of Object.entries(STATES)) {
		const line = wall.getByRole('listitem').filter({ hasText: name });
		await patiently(line.getByText(state, { exact: true })).toBeVisible();
	}
	await expect(dana.getByText('1 of 4 answered')).toBeVisible();
	expect(await faultsOfScreen(dana, { name: 'who is how far' })).toEqual([]);
	for (const page of [dana, kim]) await expect(page.getByText(SECRET)).toHaveCount(0);
	// Nor did a word of it come to their browsers.
	expect(frames.length).toBeGreaterThan(0);
	expect(frames.filter((frame) => frame.includes(SECRET))).toEqual([]);

	// Ben has pressed Done, and his sheet says that facilitators read it then: opened, it does come.
	await wall.getByRole('button', { name: 'Read the worksheet of Ben' }).click();
	await patiently(dana.getByRole('dialog').getByText(SECRET)).toBeVisible();
	expect(frames.some((frame) => frame.includes(SECRET))).toBe(true);
	await dana.keyboard.press('Escape');

	await wall.getByRole('button', { name: 'Nudge Chris, who alone sees it' }).press('Enter');
	const nudge = (page: Page) => page.getByText('Dana, to you alone:');
	await patiently(nudge(chris)).toBeVisible();
	expect(await faultsOfScreen(chris, { name: 'nudged' })).toEqual([]);
	for (const page of [ana, ben, kim, dana]) await expect(nudge(page)).toHaveCount(0);
	await chris.getByRole('button', { name: 'I am fine' }).press('Enter');
	await expect(nudge(chris)).toHaveCount(0);
});

/** Notes every frame that comes to a page from now on, as text. The page opens its sockets anew for it. */
async function listenTo(page: Page, frames: string[]): Promise<void> {
	page.on('websocket', (socket) => {
		socket.on('framereceived', ({ payload }) => {
			frames.push(typeof payload === 'string' ? payload : payload.toString('latin1'));
		});
	});
	await page.reload();
	await patiently(ownBar(page)).toBeVisible();
}
