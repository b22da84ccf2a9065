import { expect, test } from '@playwright/test';
import type { App } from '../../server/app.ts';
import { comeToTheDoor } from '../../server/demo/people.ts';
import type { Asker } from '../../server/groups/actor.ts';
import { newId, type GroupId } from '../../src/lib/domain/ids.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { askToComeIn, ownBar } from '../support/in-the-room.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	group = await startLeadingGroup(['Ana', 'Ben'], undefined, { before: meetOnce, withFinn: true });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('S16 before somebody comes to a group for the first time, each who is in is asked, and nobody learns who said what', async ({
	browser
}) => {
	const [dana, ana, ben] = [
		await group.open(browser, 'Dana'),
		await group.open(browser, 'Ana'),
		await group.open(browser, 'Ben')
	];
	for (const page of [ana, ben]) await patiently(ownBar(page)).toBeVisible();
	const finn = await group.open(browser, 'Finn');
	await askToComeIn(finn, 'Finn', 'Text only');
	await patiently(finn.getByText(/This is your first time here, so Dana and Kim will ask/)).toBeVisible();
	expect(await faultsOfScreen(finn, { name: 'the wait of who is new' })).toEqual([]);

	const waiting = dana.getByRole('region', { name: 'Waiting' });
	await patiently(waiting.getByText(/Comes to this group for the first time/)).toBeVisible();
	await expect(waiting.getByRole('button', { name: /^Let/ })).toHaveCount(0);
	await waiting.getByRole('button', { name: 'Ask the group about Finn' }).press('Enter');

	const question = (page: typeof ana) =>
		page.getByRole('alert').filter({ hasText: 'Finn would come to this group for the first time.' });
	await patiently(question(ana)).toContainText('Nobody learns who said what.');
	expect(await faultsOfScreen(ana, { name: 'asked about who is new' })).toEqual([]);
	await question(ben).getByRole('button', { name: 'I would rather not' }).press('Enter');
	await patiently(waiting.getByText(/^1 of 2 have answered/)).toBeVisible();
	await expect(waiting.getByText(/rather not/)).toHaveCount(0);
	await question(ana).getByRole('button', { name: 'I agree' }).press('Enter');
	await patiently(waiting.getByText(/^Someone would rather not/)).toBeVisible();
	expect(await faultsOfScreen(dana, { name: 'how the answers stand' })).toEqual([]);

	// Somebody who would look on comes meanwhile: the group is asked about one after the other.
	const olga = await group.open(browser, 'Olga');
	await askToComeIn(olga, 'Olga', 'Text only');
	const queue = waiting.getByText(/^The group is asked about 2 people, one after the other/);
	await patiently(queue).toContainText('Olga is next.');
	await waiting.getByRole('button', { name: 'Ask again about Finn' }).click();
	await patiently(queue).toContainText('Finn now, then Olga.');
	await expect(waiting.getByText('You can ask about Olga after Finn.')).toBeVisible();
	await expect(waiting.getByRole('button', { name: 'Ask the group about Olga' })).toHaveCount(0);
	expect(await faultsOfScreen(dana, { name: 'two who are new' })).toEqual([]);
	for (const page of [ana, ben]) await question(page).getByRole('button', { name: 'I agree' }).click();
	await waiting.getByRole('button', { name: 'Let in Finn' }).click();
	await patiently(ownBar(finn)).toBeVisible();
	await patiently(question(ana)).toHaveCount(0);
	await expect(queue).toHaveCount(0);
	await patiently(waiting.getByRole('button', { name: 'Ask the group about Olga' })).toBeVisible();
});

/** Ana and Ben have been in a session of the group before. */
async function meetOnce(
	app: App,
	group: GroupId,
	{ dana, members }: { dana: Asker; members: Record<string, Asker> }
): Promise<void> {
	const last = await app.schedule.plan(dana, {
		...{ group, title: 'Last week', zone: 'Europe/Madrid', minutes: 60, startsAt: app.now() },
		plan: { steps: [newStep('arrive', 'therapy')], keepChat: false }
	});
	const does = (name: 'admit-all' | 'end-session') =>
		app.rooms.command(last.id, { name, key: newId(), by: dana.person, body: {} });
	await comeToTheDoor(app, last.id, { id: dana.person, name: 'Dana', place: 'facilitator' });
	for (const name of ['Ana', 'Ben']) {
		await comeToTheDoor(app, last.id, { id: members[name]!.person, name, place: 'member' });
	}
	await does('admit-all');
	await does('end-session');
}
