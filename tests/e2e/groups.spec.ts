import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { startTuesdayGroup, type TuesdayGroup } from '../support/tuesday-group.ts';

let world: TuesdayGroup;
test.beforeAll(async () => {
	world = await startTuesdayGroup();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => world.stop());

test('an invitation is shown once, and can be taken back; a removed person is gone', async ({ browser }) => {
	const page = await world.open(browser, 'dana');
	await page.goto(`/groups/${world.ids.group}/people`, { waitUntil: 'networkidle' });
	await expect(page.getByText('video and voice work on this machine’s network only')).toBeVisible();
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = page.getByRole('textbox', { name: 'The link' });
	await expect(link).toHaveValue(/\/join#[\w-]{43}$/);
	await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
	await page.reload({ waitUntil: 'networkidle' });
	await expect(link).toHaveCount(0);
	await page.getByRole('button', { name: 'Take back For a new member' }).click();
	await expect(page.getByText('The invitation no longer works.')).toBeVisible();
	await page.getByText('Remove Ben from the group').click();
	await page.getByRole('button', { name: 'Remove Ben' }).click();
	await expect(page.getByText('They are no longer in the group.')).toBeVisible();
	await expect(page.getByText('Ben', { exact: true })).toHaveCount(0);
	await page.context().close();
});

test('R21 strangers are told the same of a group that is and of one that never was', async ({ browser }) => {
	const page = await world.open(browser, 'pat');
	const told: string[] = [];
	for (const path of [`/groups/${world.ids.group}`, '/groups/AAAAAAAAAAAAAAAAAAAAAA', '/groups/nonsense']) {
		expect((await page.goto(path))?.status()).toBe(404);
		told.push(await page.locator('main').innerText());
	}
	expect(new Set(told).size).toBe(1);
	for (const session of [world.ids.next, 'AAAAAAAAAAAAAAAAAAAAAA']) {
		expect((await page.request.get(`/sessions/${session}/calendar.ics`)).status()).toBe(404);
	}
	await page.context().close();
});

test('R19 a member opens nothing that is the facilitators’, and no page of theirs carries facilitators’ notes', async ({
	browser
}) => {
	const page = await world.open(browser, 'ana');
	const theirs = [
		`/groups/${world.ids.group}/people`,
		`/groups/${world.ids.group}/edit`,
		`/groups/${world.ids.group}/sessions/new`
	];
	for (const path of [
		...theirs,
		`/sessions/${world.ids.next}/plan`,
		`/sessions/${world.ids.next}/move`,
		'/groups/new'
	]) {
		expect((await page.goto(path))?.status(), path).toBe(403);
	}
	for (const path of ['/home', `/groups/${world.ids.group}`, `/sessions/${world.ids.next}`]) {
		expect(await (await page.request.get(`${path}/__data.json`)).text()).not.toContain('notes');
	}
	await page.context().close();
});

test('members’ pages say that a session was moved or cancelled, and by S08 no title says more than Hearth', async ({
	browser
}) => {
	const page = await world.open(browser, 'ana');
	await page.goto('/home');
	await expect(page.getByRole('link', { name: 'Join session' })).toBeVisible();
	const line = (title: string) => page.getByRole('listitem').filter({ hasText: title });
	await expect(line('Kinder thoughts')).toContainText('Moved');
	await expect(line('Holiday week')).toContainText('Cancelled');
	for (const path of ['/home', `/groups/${world.ids.group}`, `/sessions/${world.ids.later}`]) {
		await page.goto(path);
		await expect(page).toHaveTitle('Hearth');
	}
	await expect(page.getByText('Moved', { exact: true })).toBeVisible();
	// Unless she chooses more, on this browser.
	await page.goto('/account');
	await page.getByRole('radio', { name: /and the group’s name/ }).check();
	await page.getByRole('button', { name: 'Say this' }).press('Enter');
	await page.waitForURL('**/account');
	await page.goto(`/groups/${world.ids.group}`);
	await expect(page).toHaveTitle('Hearth: Tuesday group');
	await page.context().close();
});

test('S14 members of a therapy group see the licence; a peer group says what differs', async ({
	browser
}) => {
	const ana = await world.open(browser, 'ana');
	await ana.goto(`/groups/${world.ids.group}`);
	await expect(ana.getByText('Dana Roth: Clinical psychologist, licence PSY 1234 (Madrid)')).toBeVisible();
	await ana.context().close();
	const pat = await world.open(browser, 'pat');
	await pat.goto(`/groups/${world.ids.peer}`);
	await expect(pat.getByText('reads no private sheets')).toBeVisible();
	await pat.goto('/groups/new');
	await expect(pat.getByRole('radio', { name: /Therapy group/ })).toBeDisabled();
	await pat.context().close();
});

test('every page of groups fits on a small phone and keeps to our policy (R39); axe finds nothing on those of facilitators', async ({
	browser
}) => {
	const page = await world.open(browser, 'dana', {
		...{ colorScheme: 'dark', viewport: { width: 320, height: 700 } }
	});
	const complaints: string[] = [];
	page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
	const { group, next, later, gone } = world.ids;
	// The other pages are looked at with axe in accessible.spec.ts.
	const looked = [`/groups/${group}/people`, `/groups/${group}/edit`, `/sessions/${later}/move`];
	const others = ['', '/past', '/sessions/new'].map((rest) => `/groups/${group}${rest}`);
	const ofSessions = [next, `${next}/plan`, gone].map((rest) => `/sessions/${rest}`);
	for (const path of ['/home', '/groups/new', ...others, ...ofSessions, ...looked]) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(overflow, path).toBeLessThanOrEqual(0);
		if (!looked.includes(path)) continue;
		const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
		expect(violations, path).toEqual([]);
	}
	expect(complaints).toEqual([]);
	await page.context().close();
});
