import { expect, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { startTuesdayGroup, type TuesdayGroup } from '../support/tuesday-group.ts';

const PATIENT = { timeout: 30_000 };
let world: TuesdayGroup;
test.beforeAll(async () => {
	world = await startTuesdayGroup({ atTheDoor: true });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => world.stop());

test('S09 homework: set for everyone, found at home on a phone, written without a network, done, and read where it was said', async ({
	browser
}) => {
	const dana = await world.open(browser, 'dana');
	await dana.goto(`/groups/${world.ids.group}`, { waitUntil: 'networkidle' });
	await dana.getByRole('link', { name: 'Homework' }).press('Enter');
	await dana.getByLabel('Exercise').selectOption({ label: 'Worry tree' });
	// S05: what asks about safety cannot be chosen.
	await expect(dana.getByLabel('Exercise').locator('option', { hasText: 'PHQ-9' })).toHaveCount(0);
	await dana.getByLabel('In your words').fill('One worry is enough.');
	await dana.getByRole('button', { name: 'Set it' }).click();
	await expect(dana.getByText('Ana: not begun')).toBeVisible();

	const ana = await world.open(browser, 'ana', { viewport: { width: 390, height: 844 } });
	await ana.goto('/home');
	await ana.getByRole('link', { name: 'Worry tree' }).click();
	await expect(ana.getByText(/You, and Dana.* after you press Done$/)).toBeVisible(PATIENT);
	await expect(ana.getByText('One worry is enough.')).toBeVisible();
	const worry = ana.getByLabel('What are you worried about?');
	await worry.fill('The rent');
	await expect(ana.getByText('Saved', { exact: false }).first()).toBeVisible(PATIENT);
	await ana.context().setOffline(true);
	await worry.fill('The rent, and the letter');
	await expect(ana.getByText(/not sent/i).first()).toBeVisible(PATIENT);
	await ana.context().setOffline(false);
	await expect(ana.getByText(/not sent/i)).toHaveCount(0, PATIENT);
	// S02: in the top line, and beside the words on the sheet that say nobody may be reading.
	await expect(ana.getByRole('main').getByRole('button', { name: 'Support' })).toBeVisible();
	await ana.getByRole('banner').getByRole('button', { name: 'Support' }).click();
	await expect(ana.getByRole('dialog').getByText('112')).toBeVisible();
	await ana.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
	await ana.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(ana.getByRole('link', { name: 'What was kept when you pressed Done' })).toBeVisible(PATIENT);

	await dana.reload();
	await expect(dana.getByText('Ana: done')).toBeVisible();
	await dana.getByRole('link', { name: /^Read it.*Worry tree, Ana$/ }).click();
	await expect(dana.getByText('The rent, and the letter')).toBeVisible();

	await ana.goto('/home');
	await expect(ana.getByRole('listitem').filter({ hasText: 'Worry tree' })).toContainText('done');
	await dana.goto(`/groups/${world.ids.group}/homework`, { waitUntil: 'networkidle' });
	await dana.getByRole('button', { name: /^Let it rest.*Worry tree$/ }).click();
	await expect(dana.getByText('Nothing is set now.')).toBeVisible();
	await ana.goto(`/groups/${world.ids.group}`);
	await expect(ana.getByRole('heading', { name: 'People' })).toBeVisible();
	await expect(ana.getByText('Before next time')).toHaveCount(0);
	await Promise.all([ana.context().close(), dana.context().close()]);
});

test('S05 with a named reader the diary card is homework: crisis lines at once, and a flag for who reads it', async ({
	browser
}) => {
	const dana = await world.open(browser, 'dana');
	await dana.goto(`/groups/${world.ids.group}/homework`, { waitUntil: 'networkidle' });
	const exercise = dana.getByLabel('Exercise');
	await expect(exercise.locator('option', { hasText: 'diary card' })).toHaveCount(0);
	await dana.getByLabel('Read by').focus();
	await dana.keyboard.press('ArrowDown');
	await dana.getByLabel('Within').selectOption({ label: '12 hours' });
	await dana.getByRole('button', { name: 'Save who reads them' }).press('Enter');
	await exercise.selectOption({ label: 'Skills diary card' });
	await dana.getByRole('button', { name: 'Set it' }).click();
	await expect(dana.getByText('Ana: not begun')).toBeVisible();

	const ana = await world.open(browser, 'ana', { viewport: { width: 390, height: 844 } });
	await ana.goto('/home');
	await ana.getByRole('link', { name: 'Skills diary card' }).click();
	await expect(ana.getByText(/Dana.* reads what you answer about safety within 12 hours/)).toBeVisible(
		PATIENT
	);
	await ana
		.getByRole('button', { name: /^Add a/ })
		.first()
		.click();
	const crisis = ana.getByRole('region', { name: 'You need not be alone with this' });
	await expect(crisis).toHaveCount(0);
	await ana.getByRole('textbox', { name: /^Strongest urge to hurt yourself/ }).fill('1');
	await ana.keyboard.press('Tab');
	await expect(crisis.getByRole('link', { name: '112' })).toBeInViewport(PATIENT);
	expect(await faultsOfScreen(ana, { name: 'the crisis card on a sheet' })).toEqual([]);
	await ana.getByRole('textbox', { name: /^Strongest urge to hurt yourself/ }).fill('4');
	await ana.keyboard.press('Tab');
	await ana.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(ana.getByRole('link', { name: 'What was kept when you pressed Done' })).toBeVisible(PATIENT);

	await dana.goto('/home');
	await dana.getByRole('paragraph').filter({ hasText: 'waits to be read by you' }).getByRole('link').click();
	const flag = dana.getByRole('article', { name: 'Ana wrote about harming themselves' });
	await expect(flag.getByRole('link', { name: /^Read it/ })).toBeVisible();
	await flag.getByRole('button', { name: 'Phone numbers' }).press('Enter');
	await expect(flag.getByRole('link', { name: '+44 000 000 000' })).toBeVisible();
	expect(await faultsOfScreen(dana, { name: 'an answer that waits to be read' })).toEqual([]);
	// S13: she sees that it was opened.
	await ana.reload();
	await expect(ana.getByText(/^Dana opened your contact card/)).toBeVisible(PATIENT);
	await flag.getByLabel('What was done').fill('Called her; we meet on Thursday.');
	await flag.getByRole('button', { name: 'Record and close' }).press('Enter');
	await expect(flag).toHaveCount(0);
	await Promise.all([ana.context().close(), dana.context().close()]);
});

test('homework of the practice’s own is found by its name, and a body scan leads its reader at their own time', async ({
	browser
}) => {
	const dana = await world.open(browser, 'dana');
	await dana.goto('/exercises', { waitUntil: 'networkidle' });
	await dana.getByRole('textbox', { name: 'Its title' }).fill('Small brave steps');
	await dana.keyboard.press('Enter');
	await dana.waitForURL(/\/exercises\/.+/);
	for (const exercise of ['Small brave steps', 'Body scan']) {
		await dana.goto(`/groups/${world.ids.group}/homework`, { waitUntil: 'networkidle' });
		await dana.getByLabel('Exercise').selectOption({ label: exercise });
		await dana.getByRole('button', { name: 'Set it' }).click();
		await expect(dana.getByRole('heading', { name: exercise })).toBeVisible();
	}

	const ana = await world.open(browser, 'ana', { viewport: { width: 320, height: 720 } });
	await ana.goto('/home');
	await ana.getByRole('link', { name: 'Small brave steps' }).click();
	await ana.getByLabel('What comes to your mind?').fill('The stairs');
	await ana.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(ana.getByRole('link', { name: 'What was kept when you pressed Done' })).toBeVisible(PATIENT);

	await ana.goto('/home');
	await ana.getByRole('link', { name: 'Body scan' }).click();
	await ana.getByRole('textbox', { name: 'Before: how tense is your body?, as a number' }).fill('7');
	await ana.getByRole('button', { name: 'Begin', exact: true }).press('Enter');
	await expect(ana.getByText('Get comfortable')).toBeVisible();
	await expect(ana.getByText('Your feet', { exact: true })).toBeVisible(PATIENT);
	await Promise.all([ana.context().close(), dana.context().close()]);
});

test('a plan that is copied takes the unfinished homework along to its day, unless it is unticked', async ({
	browser
}) => {
	const dana = await world.open(browser, 'dana');
	const dayOf = async (title: string) => {
		await dana.goto(`/groups/${world.ids.group}/homework`, { waitUntil: 'networkidle' });
		return dana
			.getByRole('region', { name: title })
			.getByText(/^Until/)
			.innerText();
	};
	await dana.goto(`/groups/${world.ids.group}/homework`, { waitUntil: 'networkidle' });
	for (const label of ['Where I want to get to', 'Sleep diary']) {
		await dana.getByLabel('Exercise').selectOption({ label });
		await dana.getByRole('button', { name: 'Set it' }).click();
		await expect(dana.getByRole('heading', { name: label, exact: true })).toBeVisible();
	}
	const before = await dayOf('Sleep diary');
	await dana.goto(`/groups/${world.ids.group}/sessions/new`, { waitUntil: 'networkidle' });
	await expect(dana.getByText('Unfinished homework goes along')).toHaveCount(0);
	await dana.getByLabel('Begin with').selectOption({ index: 1 });
	await dana.getByRole('button', { name: 'Use these steps' }).click();
	const along = dana.getByRole('group', { name: 'Unfinished homework goes along' });
	await expect(along.getByRole('checkbox', { name: /^Where I want/ })).toBeChecked();
	await along.getByRole('checkbox', { name: /^Sleep diary/ }).press('Space');
	// What was unticked stays so when something else was missing.
	await dana.getByLabel('Title of the session').fill('');
	await dana.getByRole('button', { name: 'Plan the session' }).click();
	await expect(dana.getByText('Please give the session a title.')).toBeVisible();
	await expect(along.getByRole('checkbox', { name: /^Sleep diary/ })).not.toBeChecked();
	await dana.getByLabel('Title of the session').fill('Copied');
	await dana.getByLabel('Date').fill('2027-03-02');
	await dana.getByRole('button', { name: 'Plan the session' }).click();
	await dana.waitForURL(/\/sessions\/[\w-]{22}$/);
	expect(await dayOf('Where I want to get to')).toBe('Until Tue 2 Mar 2027');
	expect(await dayOf('Sleep diary')).toBe(before);
	await dana.context().close();
});
