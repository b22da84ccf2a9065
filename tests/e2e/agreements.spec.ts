import { expect, type Page, test } from '@playwright/test';
import { newStep, sheetStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	const agreeing = sheetStep('therapy', 'group-agreements', { title: 'What we agree', minutes: 10 });
	const step = { ...agreeing, sharing: 'together' as const } as typeof agreeing;
	group = await startLeadingGroup(['Ana', 'Ben'], [step, newStep('arrive', 'therapy')]);
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

const OURS = 'We are alone and use headphones.';
const ONLY_ANAS = 'We sing at the end.';

test('S19 what everyone has ticked is what is shown at a start, by one button; what one has not ticked is not', async ({
	browser
}) => {
	const dana = await group.open(browser, 'Dana');
	const [ana, ben] = [await group.open(browser, 'Ana'), await group.open(browser, 'Ben')];
	for (const page of [ana, ben]) await patiently(ownBar(page)).toBeVisible();
	await dana.getByRole('button', { name: /^Begin/ }).click();
	await write(ana, 1, OURS);
	await write(ana, 2, ONLY_ANAS);
	await tick(ana, 1);
	await tick(ana, 2);
	const adopt = dana.getByRole('button', { name: 'Show what everyone ticked at each start' });
	await adopt.click();
	await patiently(
		dana.getByText('There is no line yet that everyone here has ticked.').first()
	).toBeVisible();
	await tick(ben, 1);
	await adopt.press('Enter');
	await dana.getByRole('button', { name: /^Next: Arrive/ }).click();
	for (const page of [ana, ben]) {
		await patiently(page.getByRole('heading', { name: 'What we have agreed' })).toBeVisible();
		await patiently(page.getByText(OURS)).toBeVisible();
		await expect(page.getByText(ONLY_ANAS)).toHaveCount(0);
		await expect(page.getByText('What is said here stays here.')).toHaveCount(0);
	}
});

/** The line of one agreement, counted from 1. */
const line = (page: Page, number: number) => page.getByRole('group', { name: `agreement ${number}` });

async function write(page: Page, number: number, words: string): Promise<void> {
	await page.getByRole('button', { name: /^Add (an|another) agreement/ }).click();
	await line(page, number).getByRole('textbox').fill(words);
	await patiently(page.getByText('Saved', { exact: true }).first()).toBeVisible();
}

async function tick(page: Page, number: number): Promise<void> {
	const agree = line(page, number).getByRole('checkbox', { name: 'I agree' });
	await patiently(agree).toBeEnabled();
	await agree.check();
	await patiently(page.getByText('Saved', { exact: true }).first()).toBeVisible();
}
