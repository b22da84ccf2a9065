import { expect, test } from '@playwright/test';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

const [KEPT, LET_GO] = ['The first record', 'The second record'];

let group: LeadingGroup;
test.beforeAll(async () => {
	const sheet = () => newStep('worksheet', 'therapy');
	group = await startLeadingGroup(
		['Ana'],
		[
			{ ...sheet(), title: KEPT },
			{ ...sheet(), title: LET_GO }
		]
	);
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('S21 at the sign-off one chooses what becomes an artifact: what is left out is in nobody’s look back', async ({
	browser
}) => {
	const [dana, ana] = [await group.open(browser, 'Dana'), await group.open(browser, 'Ana')];
	await patiently(ownBar(ana)).toBeVisible();
	const words = { [KEPT]: 'The rain came early.', [LET_GO]: 'The tram was full.' };
	for (const [title, said] of Object.entries(words)) {
		await dana
			.getByRole('button', { name: new RegExp(`^(Begin|Next): ${title}`) })
			.first()
			.click();
		await patiently(ana.getByText(title, { exact: false }).first()).toBeVisible();
		const answer = ana.getByRole('textbox', { name: /What happened/ });
		await patiently(answer).toHaveValue('');
		await answer.fill(said);
		await patiently(ana.getByText('Saved', { exact: true }).first()).toBeVisible();
		await ana.getByRole('button', { name: 'Done', exact: true }).click();
	}
	// At the last step the first button of the panel ends the session.
	await dana.getByRole('button', { name: 'End the session' }).first().click();
	await dana.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
	await patiently(ownBar(ana)).toHaveCount(0);
	await dana.goto(`${group.session}/sign-off`);
	const keep = dana.getByRole('group', { name: 'Keep' });
	await expect(keep.getByRole('checkbox', { name: new RegExp(KEPT) })).toBeChecked();
	await keep.getByRole('checkbox', { name: new RegExp(LET_GO) }).uncheck();
	expect(await faultsOfScreen(dana, { name: 'what is kept' })).toEqual([]);
	await dana.getByRole('button', { name: 'Sign off' }).click();
	await dana.waitForURL(/review/);
	await ana.goto(`${group.session}/review`);
	await patiently(ana.getByText(words[KEPT]!).first()).toBeVisible();
	for (const page of [dana, ana]) await expect(page.getByText(words[LET_GO]!)).toHaveCount(0);
});
