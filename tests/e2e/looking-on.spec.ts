import { expect, type Page, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	group = await startLeadingGroup(['Ana']);
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('S16 who would look on is asked for no device, comes in when everyone agrees, is seen by all, and has nothing to be heard or seen by', async ({
	browser
}) => {
	const [dana, ana] = [await group.open(browser, 'Dana'), await group.open(browser, 'Ana')];
	await patiently(ownBar(ana)).toBeVisible();
	const olga = await group.open(browser, 'Olga');
	await olga.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => {
			document.documentElement.dataset.asked = 'yes';
			return Promise.reject(new Error('Nobody asks for a device.'));
		};
	});
	await olga.reload();
	await patiently(olga.getByText(/nobody hears or sees you/)).toBeVisible();
	await expect(olga.getByRole('button', { name: /camera/i })).toHaveCount(0);
	expect(await faultsOfScreen(olga, { name: 'the door of who would look on' })).toEqual([]);
	await olga.getByRole('button', { name: 'Hear and see' }).click();
	await throughTheDoor(olga);

	await dana.getByRole('button', { name: /Ask the group/ }).click();
	expect(await faultsOfScreen(ana, { name: 'asked about an observer' })).toEqual([]);
	await ana.getByRole('button', { name: 'I agree' }).click();
	await dana.getByRole('button', { name: /^Let in\s*Olga/ }).click();
	await patiently(ownBar(olga)).toBeVisible();
	await patiently(ana.getByText(/Olga — looks on/)).toBeVisible();

	for (const name of [/^Mic/, /^Camera/, /^Hand/])
		await expect(ownBar(olga).getByRole('button', { name })).toHaveCount(0);
	await expect(olga.getByRole('group', { name: 'How you take part' }).getByRole('button')).toHaveText([
		...['Hear and see', 'Text only']
	]);
	await olga.locator('body').press('m');
	await olga.locator('body').press('v');
	expect(await olga.evaluate(() => document.documentElement.dataset.asked)).toBeUndefined();
	expect(await faultsOfScreen(olga, { name: 'the room, as who looks on has it' })).toEqual([]);
});

/** The questions of the lobby, and the wait. */
async function throughTheDoor(page: Page): Promise<void> {
	const field = (name: string) => page.locator(`[name=${name}]`);
	const goOn = () => page.getByRole('button', { name: 'Go on' }).click();
	await field('emergencyName').fill('Olga Example');
	await field('phone').fill('+34 000 000 000');
	await goOn();
	await field('address').fill('1 Example Street');
	await field('alone').first().check();
	await goOn();
	await field('contactName').fill('A friend');
	await field('contactPhone').fill('+34 000 111 111');
	await goOn();
	await page.getByRole('button', { name: 'Ask to come in' }).click();
}
