import { expect, type Page, test } from '@playwright/test';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

/** From a risk answer on a member’s sheet to what the facilitators see of it. */

const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	const step = { ...newStep('worksheet', 'therapy'), title: 'Two weeks', exercise: 'phq-9' };
	group = await startLeadingGroup(['Ana'], [{ ...step, sharing: 'private' } as Step]);
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('S01 crisis lines follow the country where a member is, or say that they answer elsewhere', async ({
	browser
}) => {
	const [dana, ana] = (await Promise.all([group.open(browser, 'Dana'), group.open(browser, 'Ana')])) as [
		Page,
		Page
	];
	const help = ana.getByRole('dialog', { name: 'Support' });
	const askForHelp = () => ana.getByRole('banner').getByRole('button', { name: 'Support' }).click();
	await patiently(ownBar(ana)).toBeVisible();
	await askForHelp();
	await expect(help.getByText('The practice has no number for United Kingdom.')).toBeVisible();
	await expect(help.getByRole('link', { name: /112/ })).toBeVisible();

	await dana.goto(new URL('/practice', group.session).href, { waitUntil: 'networkidle' });
	await dana.getByRole('button', { name: 'Add another line' }).press('Enter');
	const last = (label: string) => dana.getByLabel(label).last();
	await last('Name').fill('Listeners');
	await last('Phone number').fill('116 123');
	await last('Answers in').focus();
	await dana.keyboard.type('United Kingdom');
	await expect(last('Answers in')).toHaveValue('GB');
	expect(await faultsOfScreen(dana, { name: 'crisis lines of two countries' })).toEqual([]);
	await dana.getByRole('button', { name: 'Save' }).press('Enter');
	await expect(dana.getByText('Saved. Everyone sees the new numbers')).toBeVisible();

	await ana.reload();
	await patiently(ownBar(ana)).toBeVisible();
	await askForHelp();
	await expect(help.getByRole('link', { name: /Listeners.*116 123/ })).toBeVisible();
	await expect(help.getByRole('link', { name: /112/ })).toHaveCount(0);
	await Promise.all([dana.context().close(), ana.context().close()]);
});

test('S03 S04 question 9 of the PHQ-9, changed after Done, raises the alert at the facilitator', async ({
	browser
}) => {
	const [dana, ana] = (await Promise.all([group.open(browser, 'Dana'), group.open(browser, 'Ana')])) as [
		Page,
		Page
	];
	await patiently(ownBar(ana)).toBeVisible();
	await dana.getByRole('button', { name: /^Begin/ }).click();

	const question = ana.getByRole('group', { name: /^Thoughts that you would be better off dead/ });
	await patiently(question.getByText(/Dana and Kim will be told of your answer here/)).toBeVisible();
	await question.getByRole('radio', { name: 'Not at all' }).check();
	await patiently(ana.getByText('Saved', { exact: true }).first()).toBeVisible();
	await ana.getByRole('button', { name: 'Done', exact: true }).click();
	await patiently(ana.getByText(/You can still change it/)).toBeVisible();
	const alert = dana.getByRole('alert').filter({ hasText: 'Ana wrote about harming themselves.' });
	await expect(alert).toHaveCount(0);

	await question.getByRole('radio', { name: 'Nearly every day' }).check();
	await patiently(alert).toBeVisible();
	await alert.getByRole('button', { name: /^Look/ }).click();
	const card = dana.getByRole('article', { name: 'Ana wrote about harming themselves' });
	await patiently(card).toBeFocused();
	await card.getByRole('button', { name: 'I have seen it' }).click();
	await patiently(card.getByText('1 Example Street')).toBeVisible();
	await patiently(card.getByRole('link', { name: '116 123' })).toBeVisible();
	await patiently(alert).toHaveCount(0);

	await test.step('S04 she closes the page: seen or not, the facilitators are told whom to call back', async () => {
		await ana.close();
		const call = dana.getByRole('article', { name: 'Call Ana back' });
		await patiently(call.getByRole('alert')).toContainText('Ana is not connected');
		await call.getByRole('button', { name: 'Place and phone' }).press('Enter');
		await patiently(call.getByText('1 Example Street')).toBeVisible();
		await patiently(call.getByRole('link', { name: '+44 000 000 000' })).toBeVisible();
		expect(await faultsOfScreen(dana, { name: 'whom to call back' })).toEqual([]);
		const back = await group.open(browser, 'Ana');
		await patiently(ownBar(back)).toBeVisible();
		await patiently(call).toHaveCount(0);
		await back.close();
		await patiently(call).toBeVisible();
		await card.getByLabel('What was done').fill('Called; her sister is with her.');
		await card.getByRole('button', { name: 'Record and close' }).click();
		await patiently(call).toHaveCount(0);
	});
});
