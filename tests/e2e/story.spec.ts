import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { freePort, type HearthProcess, startHearth } from '../support/hearth-process.ts';
import {
	askFor,
	askToComeIn,
	checkIn,
	end,
	framesOf,
	goToTheDoor,
	lead,
	ownBar,
	show,
	writeNote
} from '../support/in-the-room.ts';
import { invite, join, makeGroup, planNow, setUp } from '../support/practice.ts';

/** From a fresh installation to looking back: a facilitator and three members, on the production build. */

const SECRET = 'I never told anyone that I am afraid of the phone.';
const SHOWN = 'Most calls end well, and I can hang up.';
const NAMELESS = ['Said by none: the kettle.', 'Said by none: the gate.', 'Said by none: the river.'];

const FAIRER = 'A fairer way to see it, with both sides in mind';

let hearth: HearthProcess;
const dataDirectory = mkdtempSync(pathOf(tmpdir(), 'hearth-story-'));
let port: number;
const start = () => startHearth({ port, dataDirectory, env: { HEARTH_SOFT_CLOSE_SECONDS: '10' } });
test.beforeAll(async () => {
	port = await freePort();
	hearth = await start();
});
test.afterAll(everyoneLeaves);
test.afterAll(async () => {
	await hearth.stop();
	rmSync(dataDirectory, { recursive: true, force: true });
});

test('a practice is set up, a group meets, works, survives, and looks back', async ({ browser }) => {
	let dana = await setUp(browser, hearth.setUpLink());
	const requests: string[] = [];
	dana.on('request', (request) => requests.push(request.url()));

	let group = '';
	const members: Record<'Ana' | 'Ben' | 'Chris', Page> = Object.create(null) as never;
	await test.step('makes a group, and invites three members by link', async () => {
		await makeGroup(dana, 'Tuesday group');
		group = dana.url();
		for (const [alias, device] of [
			['Ana', 'mine'],
			['Ben', 'shared'],
			['Chris', 'shared']
		] as const) {
			const link = await invite(dana, group);
			members[alias] = await join(browser, link, { alias, device });
			if (alias === 'Ana') await expectSpent(browser, link);
		}
	});
	const { Ana: ana, Ben: ben, Chris: chris } = members;
	const all = [ana, ben, chris];
	ana.on('request', (request) => requests.push(request.url()));

	const session = await test.step('plans a session that begins now', () => planNow(dana, group, 'Worry'));

	await test.step('camera and microphone are never on by themselves', async () => {
		for (const page of [dana, ...all]) await goToTheDoor(page, session);
		await lead(dana);
	});

	await test.step('members say where they are (S13), wait, and see nobody (S20)', async () => {
		await askToComeIn(ana, 'Ana', 'With camera');
		await askToComeIn(ben, 'Ben', 'Without camera');
		await askToComeIn(chris, 'Chris', 'Text only');
		await expect(ana.getByText('Ben')).toHaveCount(0);
		await expect(chris.getByText('3rd in line')).toBeVisible();
	});

	await test.step('the facilitator lets one in, then all; frames are counted', async () => {
		await dana.getByRole('button', { name: /^Let in\s*Ana/ }).click();
		await expect(ownBar(ana)).toBeVisible();
		await dana.getByRole('button', { name: /Let all 2 in/ }).click();
		for (const page of [ben, chris]) await expect(ownBar(page)).toBeVisible();
		await expect.poll(() => framesOf(ana), { timeout: 60_000 }).toBeGreaterThan(30);
		expect(await chris.locator('video').count()).toBe(0);
	});

	await test.step('check-in: each gives theirs, the group’s numbers are shown once (S10)', async () => {
		await dana.getByRole('button', { name: /^Begin: Arrive/ }).click();
		await dana.getByRole('button', { name: /^Next: Check-in/ }).click();
		const showNumbers = dana.getByRole('button', { name: 'Show the group’s numbers' });
		await checkIn(ana, 'Good');
		await checkIn(ben, 'Low');
		await expect(showNumbers).toBeDisabled();
		await checkIn(chris, 'Good');
		await showNumbers.click();
		await expect(ana.getByRole('heading', { name: /group/i }).first()).toBeVisible();
	});

	const situation = (page: Page) => page.getByRole('textbox', { name: /What happened/ });
	await test.step('worksheet: private first, and saved', async () => {
		await dana.getByRole('button', { name: /^Next: What we tried/ }).click();
		await dana.getByRole('button', { name: /^Next: Thought record/ }).click();
		await situation(ben).fill(SHOWN);
		await situation(ana).fill(SECRET);
		await expect(saved(ana)).toBeVisible();
		await expect(ana.getByText(/after you press Done/).first()).toBeVisible();
		for (const page of [dana, ben, chris]) await expect(page.getByText(SECRET)).toHaveCount(0);
	});

	await test.step('a reload in the middle keeps seat, step and words; the camera stays off', async () => {
		await ana.reload();
		await expect(situation(ana)).toHaveValue(SECRET);
		const camera = ownBar(ana).getByRole('button', { name: /camera/i });
		await expect(camera).toHaveAttribute('aria-pressed', 'false');
	});

	await test.step('words written without a network are kept, said to be unsent, and sent later', async () => {
		await chris.context().setOffline(true);
		await situation(chris).fill('Written on the train.');
		await expect(chris.getByText(/Not sent yet/).first()).toBeVisible();
		await chris.context().setOffline(false);
		await expect(saved(chris)).toBeVisible({ timeout: 60_000 });
	});

	await test.step('the server is killed in mid-word and started again: nothing that was saved is missing', async () => {
		await situation(ben).fill(`${SHOWN} I wrote this just before.`);
		await expect(saved(ben)).toBeVisible();
		await hearth.kill();
		await situation(chris).fill('Written while the server was gone.');
		await expect(chris.getByText(/Not sent yet/).first()).toBeVisible();
		hearth = await start();
		await expect(saved(chris)).toBeVisible({ timeout: 60_000 });
		await ben.reload();
		await expect(situation(ben)).toHaveValue(`${SHOWN} I wrote this just before.`, { timeout: 60_000 });
		await expect(situation(ana)).toHaveValue(SECRET);
		await situation(ben).fill(SHOWN);
		await expect(saved(ben)).toBeVisible();
	});

	await test.step('while locked nobody writes, and what is written stays', async () => {
		await dana.getByText('Hold', { exact: true }).click();
		await expect(situation(ben)).not.toBeEditable();
		await expect(situation(ben)).toHaveValue(SHOWN);
		await dana.getByText('Follow', { exact: true }).click();
		await expect(situation(ben)).toBeEditable();
	});

	const fairer = (page: Page) => page.getByRole('textbox', { name: FAIRER });
	await test.step('an answer is shown by its author’s tap, to keep, and another taken back (S12)', async () => {
		await askFor(dana, 'What happened?');
		await show(ben, { as: /with my name/, keep: true });
		for (const page of [dana, ana, chris]) await expect(page.getByText(SHOWN).first()).toBeVisible();
		await show(chris, { as: /with my name/, keep: false });
		const regretted = 'Written while the server was gone.';
		await expect(ana.getByText(regretted)).toBeVisible();
		await chris.getByRole('button', { name: /^Take back/ }).click();
		await expect(ana.getByText(regretted)).toHaveCount(0);
		await expect(dana.getByText(SECRET)).toHaveCount(0);
	});

	await test.step('three answers without a name are shown together, and nobody can tell whose (S11)', async () => {
		for (const [index, page] of all.entries()) {
			await fairer(page).fill(NAMELESS[index] ?? '');
			await expect(saved(page)).toBeVisible();
		}
		await askFor(dana, FAIRER);
		await show(ana, { as: /without a name/, keep: true });
		await show(ben, { as: /without a name/, keep: true });
		await expect(dana.getByText(/Three are needed/)).toBeVisible();
		await show(chris, { as: /without a name/, keep: false });
		await dana.getByRole('button', { name: 'Show them together' }).click();
		for (const words of NAMELESS) {
			for (const page of all)
				await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
			await expect(ana.getByRole('listitem').filter({ hasText: words })).toContainText(
				'Someone in the group'
			);
		}
	});

	await test.step('Support reaches the facilitator alone, and nothing is signed off while it is open (S02, S04)', async () => {
		await ana.getByRole('banner').getByRole('button', { name: 'Support' }).click();
		const help = ana.getByRole('dialog', { name: 'Support' });
		await expect(help.getByText('116 123')).toBeVisible();
		await help.getByRole('button', { name: 'Ask for support now' }).click();
		const card = dana.getByRole('article', { name: 'Ana asks for support' });
		await expect(card).toBeVisible();
		for (const page of [ben, chris]) await expect(page.getByText('asks for support')).toHaveCount(0);
		await card.getByRole('button', { name: 'I have seen it' }).click();
		await expect(help.getByText(/Dana.* has seen/)).toBeVisible();
		await ana.keyboard.press('Escape');
		await card.getByLabel('What was done').fill('Spoke for a minute; she wants to stay.');
		await card.getByRole('button', { name: 'Record and close' }).click();
		await expect(card).toHaveCount(0);
	});

	await test.step('the board: everyone at once', async () => {
		await dana.getByRole('button', { name: /^Next: Board/ }).click();
		await writeNote(ben, 'A walk by the canal');
		for (const page of [dana, ana, chris])
			await expect(page.getByText('A walk by the canal').first()).toBeAttached();
	});

	await test.step('the only facilitator drops: everyone is told, the call closes softly, and goes on later (S06)', async () => {
		const context = dana.context();
		await dana.close();
		await expect(ana.getByText(/has lost the connection and will be back/)).toBeVisible({ timeout: 60_000 });
		await expect(ana.getByRole('heading', { name: 'The call is closed for now' })).toBeVisible({
			timeout: 60_000
		});
		await expect(ana.getByText('116 123').first()).toBeVisible();
		dana = await context.newPage();
		await dana.goto(`${session}/room`);
		await expect(dana.getByText('You are leading')).toBeVisible();
		for (const page of all) await expect(ownBar(page)).toBeVisible({ timeout: 60_000 });
		await expect(ana.getByText('A walk by the canal').first()).toBeAttached();
	});

	await test.step('the facilitator ends and signs off', async () => {
		await end(dana);
		await expect(ownBar(ana)).toHaveCount(0);
		await dana.goto(`${session}/sign-off`);
		await dana.getByRole('button', { name: 'Sign off' }).click();
		await dana.waitForURL(/review/);
	});

	await test.step('each looks back at what is theirs, and at nobody else’s', async () => {
		for (const page of all) await page.goto(`${session}/review`);
		await expect(ana.getByText(SECRET).first()).toBeVisible();
		await expect(ana.getByText(SHOWN).first()).toBeVisible();
		for (const page of [dana, ben, chris]) await expect(page.getByText(SECRET)).toHaveCount(0);
		for (const page of all)
			await expect(page.getByText(NAMELESS[2] ?? '')).toHaveCount(page === chris ? 1 : 0);
	});

	await test.step('no third party was asked for anything', () => {
		const strangers = requests.filter(
			(url) => !url.startsWith('blob:') && new URL(url).origin !== hearth.origin
		);
		expect(strangers).toEqual([]);
	});
});

const saved = (page: Page) => page.getByText('Saved', { exact: true }).first();

/** A link that was used says so kindly, and lets nobody in. */
async function expectSpent(
	browser: { newContext(): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }> },
	link: string
) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(link);
	await expect(page.getByRole('button', { name: 'Join the group' })).toHaveCount(0);
	await expect(page.getByText(/used|no longer/i).first()).toBeVisible();
	await context.close();
}
