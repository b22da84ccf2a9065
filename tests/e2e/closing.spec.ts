import { expect, type Page, test } from '@playwright/test';
import { comeToTheDoor } from '../../server/demo/people.ts';
import type { App } from '../../server/app.ts';
import type { Asker } from '../../server/groups/actor.ts';
import { newId, type GroupId } from '../../src/lib/domain/ids.ts';
import { newStep, sheetStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

/** How a session looks back at the last one and closes: homework, check-out, what stands there afterwards (S21). */

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });
const AFTERCARE = { words: 'Be gentle with yourself tonight.', reach: 'Dana, weekdays 9 to 17.' };
const DAY_MS = 24 * 3_600_000;

let group: LeadingGroup;
test.beforeAll(async () => {
	const steps = [
		newStep('review', 'therapy'),
		sheetStep('therapy', 'between-sessions', { title: 'Until next time', minutes: 5 }),
		newStep('check-out', 'therapy')
	];
	const before = async (
		app: App,
		id: GroupId,
		{ dana, members }: { dana: Asker; members: Record<string, Asker> }
	) => {
		const last = await app.schedule.plan(dana, {
			...{ group: id, title: 'Last week', zone: 'Europe/Madrid', minutes: 60, startsAt: app.now() },
			plan: { steps: [newStep('arrive', 'therapy')], keepChat: false }
		});
		await comeToTheDoor(app, last.id, { id: dana.person, name: 'Dana', place: 'facilitator' });
		await app.rooms.command(last.id, { name: 'end-session', key: newId(), by: dana.person, body: {} });
		const known = (await app.groups.get(id))!;
		await app.groups.update(dana, id, { ...known, aftercare: AFTERCARE });
		const wish = { exercise: 'worry-tree', words: 'Once is enough.', for: null, isRead: true };
		const homework = await app.homeworks.set(dana, id, { ...wish, dueAt: app.now() + DAY_MS });
		await app.homeworks.open(members.Ben!, homework);
		await app.homeworks.reach(members.Ben!, homework, 'passed');
	};
	group = await startLeadingGroup(['Ana', 'Ben'], steps, { before });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

const next = (dana: Page) =>
	dana
		.getByRole('button', { name: /^(Begin|Next):/ })
		.first()
		.click();

test('S21 homework is looked back at as the session begins, and set before it ends, without leaving the room', async ({
	browser
}) => {
	const dana = await group.open(browser, 'Dana');
	const ana = await group.open(browser, 'Ana');
	await patiently(ownBar(ana)).toBeVisible();

	await test.step('each sees their own, opens it in the room, and who leads sees how far everyone is', async () => {
		await next(dana);
		const own = ana.getByRole('region', { name: 'Yours' });
		await patiently(own.getByText('Once is enough.')).toBeVisible();
		await expect(own.getByText('not begun')).toBeVisible();
		const done = dana.getByRole('region', { name: 'Who did what' });
		await patiently(done.getByText('Ana: not begun')).toBeVisible();
		await expect(done.getByText('Ben: passed')).toBeVisible();
		await expect(ana.getByText('Ben: passed')).toHaveCount(0);
		await ana.getByRole('button', { name: 'Open Worry tree' }).press('Enter');
		const sheet = ana.getByRole('dialog', { name: 'Your homework' });
		await patiently(sheet.getByText(/You, and Dana.* after you press Done$/)).toBeVisible();
		await sheet.getByLabel('What are you worried about?').fill('The rent');
		await patiently(sheet.getByText('Saved', { exact: true }).first()).toBeVisible();
		expect(await faultsOfScreen(ana, { name: 'own homework in the room' })).toEqual([]);
		await sheet.getByRole('button', { name: 'Done', exact: true }).click();
		await patiently(sheet.getByRole('link', { name: 'What was kept when you pressed Done' })).toBeVisible();
		await sheet.getByRole('button', { name: 'Close' }).click();
		await patiently(own.getByText(/^done/)).toBeVisible();
		await patiently(done.getByText('Ana: done')).toBeVisible();
		await expect(dana.getByText('The rent')).toHaveCount(0);
		await expect(done.getByRole('link', { name: /^Read it.*Worry tree, Ana/ })).toBeVisible();
		expect(await faultsOfScreen(dana, { name: 'who did what' })).toEqual([]);
	});

	await test.step('the task that was agreed on becomes homework with a day', async () => {
		await next(dana);
		await patiently(ana.getByLabel('What will you try?')).toBeVisible();
		await ana.getByLabel('What will you try?').fill('One walk before lunch');
		await patiently(ana.getByText('Saved', { exact: true }).first()).toBeVisible();
		await ana.getByRole('button', { name: 'Done', exact: true }).click();
		await patiently(dana.getByRole('button', { name: /^Read the worksheet of Ana/ }).first()).toBeVisible();
		await dana
			.getByRole('button', { name: /^Read the worksheet of Ana/ })
			.first()
			.click();
		await dana.getByRole('button', { name: 'Set it as homework for Ana' }).click();
		const form = dana.getByRole('dialog', { name: 'Set homework' });
		await patiently(form.getByLabel('In your words')).toHaveValue('One walk before lunch');
		await expect(form.getByLabel('For whom')).toHaveValue(/./);
		await expect(form.getByLabel('Until')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
		expect(await faultsOfScreen(dana, { name: 'set homework' })).toEqual([]);
		await form.getByRole('button', { name: 'Set it' }).press('Enter');
		const panel = dana.getByRole('region', { name: 'Homework' });
		await patiently(panel.getByText(/^for Ana, until/)).toBeVisible();
	});

	await test.step('who leaves early finds what helps: words, the next date, what was agreed, whom to reach, crisis lines', async () => {
		await ownBar(ana).getByRole('button', { name: 'Leave' }).press('Enter');
		await ana.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
		await patiently(ana.getByRole('heading', { name: 'You have left the session' })).toBeVisible();
		await expectAftercare(ana);
		expect(await faultsOfScreen(ana, { name: 'aftercare' })).toEqual([]);
		await ana.getByRole('link', { name: 'Practice until next time' }).click();
		await ana.getByText('Put the day into my calendar').press('Enter');
		const [file] = await Promise.all([
			ana.waitForEvent('download'),
			ana.getByRole('link', { name: 'Say only “Hearth”' }).click()
		]);
		expect(file.suggestedFilename()).toBe('hearth.ics');
		await expect(ana.getByText('Hearth sends no mail.', { exact: false })).toBeVisible();
	});

	await test.step('a facilitator who would leave members behind is told so, and ends for everyone instead', async () => {
		const ben = await group.open(browser, 'Ben');
		await patiently(ownBar(ben)).toBeVisible();
		await ownBar(dana).getByRole('button', { name: 'Leave' }).click();
		const asked = dana.getByRole('dialog', { name: 'Leave the session?' });
		await patiently(asked.getByText('Ben is still here.')).toBeVisible();
		expect(await faultsOfScreen(dana, { name: 'last to leave' })).toEqual([]);
		await asked.getByRole('button', { name: 'Wait with them' }).press('Enter');
		await expect(asked).toHaveCount(0);
		await ownBar(dana).getByRole('button', { name: 'Leave' }).click();
		await asked.getByRole('button', { name: 'End for everyone' }).click();
		await dana.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
		await patiently(ben.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
		await patiently(ben.getByText(AFTERCARE.words)).toBeVisible();
		await expect(ben.getByText('One walk before lunch')).toHaveCount(0);
	});
});

async function expectAftercare(page: Page): Promise<void> {
	await patiently(page.getByText(AFTERCARE.words)).toBeVisible();
	await expect(page.getByText(AFTERCARE.reach)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Next time' })).toBeVisible();
	await expect(
		page.getByRole('region', { name: 'Until then' }).getByText('One walk before lunch')
	).toBeVisible();
	await expect(page.getByRole('region', { name: 'If it is too much just now' })).toBeVisible();
}
