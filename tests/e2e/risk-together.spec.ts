import { expect, test } from '@playwright/test';
import { newId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	const diary = { ...newStep('worksheet', 'therapy'), title: 'Two weeks', exercise: 'phq-9' };
	group = await startLeadingGroup(
		['Ana', 'Ben'],
		[{ ...diary, sharing: 'private' } as Step, newStep('round', 'therapy')]
	);
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('S03 S04 from an answer in an exercise to its clearance: one facilitator goes aside, the other holds the group, and nobody of it learns why', async ({
	browser
}) => {
	const [dana, kim] = [await group.open(browser, 'Dana'), await group.open(browser, 'Kim')];
	const [ana, ben] = [await group.open(browser, 'Ana'), await group.open(browser, 'Ben')];
	for (const page of [kim, ana, ben]) await patiently(ownBar(page)).toBeVisible();
	await dana.getByRole('button', { name: /^Begin/ }).click();
	const question = ana.getByRole('group', { name: /^Thoughts that you would be better off dead/ });
	await question.getByRole('radio', { name: 'Several days' }).check();
	await patiently(ana.getByText('Saved', { exact: true }).first()).toBeVisible();
	await ana.getByRole('button', { name: 'Done', exact: true }).click();

	const WORDS = 'Ana wrote about harming themselves';
	for (const page of [dana, kim])
		await patiently(page.getByRole('alert').filter({ hasText: WORDS })).toBeVisible();
	const card = kim.getByRole('article', { name: WORDS });
	await kim.getByRole('alert').getByRole('button', { name: /^Look/ }).click();
	await card.getByRole('button', { name: 'I have seen it' }).click();
	await patiently(card.getByText('1 Example Street')).toBeVisible();
	await patiently(dana.getByRole('article', { name: WORDS }).getByText(/seen by Kim/)).toBeVisible();

	await card.getByRole('button', { name: 'Step aside with Ana' }).click();
	await patiently(ana.getByText(/You are in the side room with Kim/)).toBeVisible();
	await patiently(ben.getByText('Kim has stepped out and will be back soon.')).toBeVisible();
	// The group goes on: nothing is held, and who stays leads it to the next step.
	await expect(ben.getByText(/Writing is paused/)).toHaveCount(0);
	await dana.getByRole('button', { name: /^Next: Round/ }).click();
	await patiently(ben.getByText(/Round · step 2 of 2/)).toBeVisible();
	await expect(ben.getByText(/harming|flag/i)).toHaveCount(0);

	await kim.getByRole('button', { name: 'Back to the group' }).click();
	await patiently(ben.getByText('Kim has stepped out and will be back soon.')).toHaveCount(0);
	const session = new URL(group.session);
	const tried = await ana.request.post(`${group.session}/commands/clear-flag`, {
		headers: { Origin: session.origin, 'Idempotency-Key': crypto.randomUUID() },
		data: { flag: newId(), outcome: 'Nothing.' }
	});
	expect(tried.status()).toBe(403);
	await card.getByLabel('What was done').fill('Spoke alone; her plan is with her.');
	await card.getByRole('button', { name: 'Record and close' }).click();
	for (const page of [dana, kim]) await patiently(page.getByRole('article', { name: WORDS })).toHaveCount(0);
});
