import { expect, type Page, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { askFor, ownBar, show, writeNote } from '../support/in-the-room.ts';
import { type LeadingGroup, MEMBERS, type Name, startLeadingGroup } from '../support/leading-group.ts';

/** Two facilitators and four members, without camera or microphone: what leading a group comes to. */

// Six pages in one browser: slow machines get their time.
test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 60_000 });

let group: LeadingGroup;
test.beforeAll(async () => {
	group = await startLeadingGroup();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group.stop());

test('a session is led from its first step to the sign-off', async ({ browser }) => {
	const page = {} as Record<Name, Page>;
	for (const name of ['Dana', 'Kim', ...MEMBERS] as const) page[name] = await group.open(browser, name);
	const { Dana: dana, Ana: ana, Ben: ben, Chris: chris } = page;
	const members = MEMBERS.map((name) => page[name]);
	for (const one of members) await patiently(ownBar(one)).toBeVisible({ timeout: 60_000 });

	await test.step('the lead goes from one facilitator to the other, and both keep the controls', async () => {
		await patiently(page.Kim.getByText('Leading with Dana')).toBeVisible();
		await dana.getByRole('button', { name: 'Hand the lead to Kim' }).click();
		await patiently(page.Kim.getByText('You are leading')).toBeVisible();
		await patiently(ana.getByText('Kim — leads')).toBeVisible();
		await begin(dana);
		await patiently(situation(ana)).toBeVisible();
	});

	await test.step('each attention holds whatever a member asks for by hand (R19)', async () => {
		const chat = (one: Page) => given(one, 'chat', { text: 'A word' });
		for (const [attention, answer] of [
			['Hold', 403],
			['Focus', 403],
			['Quiet', 403],
			['Free', 200],
			['Follow', 200]
		] as const) {
			await page.Kim.getByText(attention, { exact: true }).click();
			await expect.poll(() => chat(ana), { timeout: 60_000 }).toBe(answer);
			expect(await given(ana, 'set-attention', { attention: 'free' })).toBe(403);
			expect(await given(ana, 'open-breakouts', { rooms: [], minutes: 5, task: { kind: 'talk' } })).not.toBe(
				200
			);
		}
	});

	await test.step('one shows an answer and hears from another, one without a name, one passes, one takes back', async () => {
		const words = { Ana: 'The phone rang twice.', Ben: 'I stayed at home.', Elif: 'The bus was late.' };
		for (const [name, text] of Object.entries(words)) {
			await situation(page[name as Name]).fill(text);
			await patiently(page[name as Name].getByText('Saved', { exact: true }).first()).toBeVisible();
		}
		await askFor(dana, 'What happened?');
		await show(ana, { as: /with my name/, keep: false });
		await show(ben, { as: /without a name/, keep: false });
		await chris
			.getByRole('button', { name: /Pass|rather not/i })
			.first()
			.click();
		await show(page.Elif, { as: /with my name/, keep: false });
		await patiently(ana.getByText(words.Elif)).toBeVisible();
		await page.Elif.getByRole('button', { name: /^Take back/ }).click();
		await patiently(ana.getByText(words.Elif)).toHaveCount(0);
		await patiently(ana.getByText(words.Ben)).toHaveCount(0);
		await ana.getByRole('checkbox', { name: 'I would like to hear from the others' }).check();
		await ben.getByLabel(/^A short word to Ana/).fill('Mine did, too.');
		await ben.getByRole('button', { name: 'Say it' }).click();
		await patiently(ana.getByText('Mine did, too.')).toBeVisible();
		await dana.getByText('Choose answers to talk about').click();
		await dana.getByRole('checkbox', { name: new RegExp(words.Ana) }).check();
		await dana.getByLabel(/A question for the group/).fill('Who knows this?');
		await dana.getByRole('button', { name: 'Put them on the stage' }).click();
		await patiently(chris.getByRole('heading', { name: 'Who knows this?' })).toBeVisible();
	});

	await test.step('a round goes by the chairs; passing needs no reason', async () => {
		await dana.getByRole('button', { name: /^Next: Round/ }).click();
		await dana.getByRole('button', { name: 'Start the round' }).click();
		await dana.getByRole('button', { name: 'Give the turn on' }).click();
		await page.Kim.getByRole('button', { name: 'Give the turn on' }).click();
		await ana.getByRole('button', { name: 'Give the turn on' }).click();
		await patiently(ben.getByText('It is your turn.').first()).toBeVisible();
	});

	await test.step('in rooms each pair has a board, and words, of its own', async () => {
		await dana.getByRole('button', { name: /^Next: In pairs/ }).click();
		await patiently(ana.getByText(/you go into small rooms/)).toBeVisible();
		await putInto(dana, { Ana: 'Room 1', Ben: 'Room 1', Chris: 'Room 2', Elif: 'Room 2' });
		await dana.getByRole('button', { name: /^Open 2 rooms/ }).click();
		await patiently(notice(ana)).toContainText('Room 1, with Ben');
		await patiently(notice(chris)).toContainText('Room 2, with Elif');
		expect(await faultsOfScreen(dana, { name: 'the rooms, as who leads has them' })).toEqual([]);
		expect(await faultsOfScreen(chris, { name: 'a room, as a member has it' })).toEqual([]);
		await writeNote(ana, 'Only for the two of us');
		await patiently(ben.getByText('Only for the two of us').first()).toBeAttached();
		await say(ben, 'Thank you for this.');
		await ana.getByRole('button', { name: /^Chat/ }).click();
		await patiently(ana.getByText('Thank you for this.')).toBeVisible();
		await patiently(ana.getByText('Only your room and the facilitators read this.')).toBeVisible();
		for (const other of [chris, page.Elif, page.Kim]) {
			await patiently(other.getByText('Only for the two of us')).toHaveCount(0);
			await patiently(other.getByText('Thank you for this.')).toHaveCount(0);
		}
	});

	await test.step('a room calls, the facilitator comes; a word goes to all rooms', async () => {
		await chris.getByRole('button', { name: /^Ask Dana or Kim to come/ }).click();
		await patiently(chris.getByText(/has been called/)).toBeVisible();
		const call = dana.getByRole('alert').filter({ hasText: 'Room 2 asks you to come.' });
		await call.getByRole('button', { name: 'Go to room 2' }).click();
		await patiently(notice(dana)).toContainText('Room 2, with Chris and Elif');
		await patiently(notice(chris)).toContainText('with Dana and Elif');
		await patiently(call).toHaveCount(0);
		await dana.getByLabel('A word to all rooms').fill('Change who speaks.');
		await dana.getByRole('button', { name: 'Say it' }).click();
		for (const one of members) await patiently(one.getByText('Change who speaks.').last()).toBeVisible();
	});

	await test.step('a drop keeps the room, and everyone comes back together', async () => {
		await ben.reload();
		await patiently(notice(ben)).toContainText('Room 1, with Ana');
		await patiently(ben.getByText('Only for the two of us').first()).toBeAttached();
		await dana.getByRole('button', { name: 'Bring everyone back in a minute' }).click();
		await patiently(notice(ana)).toContainText('Everyone comes back by themselves.');
		await dana.getByRole('button', { name: 'Bring everyone back now' }).click();
		for (const one of [dana, ...members]) await patiently(notice(one)).toHaveCount(0);
		await patiently(chris.getByText('Only for the two of us')).toHaveCount(0);
	});

	await test.step('S04 a call for support: one facilitator goes aside with the member, the other holds the group', async () => {
		await ana.getByRole('banner').getByRole('button', { name: 'Support' }).click();
		await ana.getByRole('button', { name: 'Ask for support now' }).click();
		await ana.keyboard.press('Escape');
		const card = dana.getByRole('article', { name: 'Ana asks for support' });
		const alert = dana.getByRole('alert').filter({ hasText: 'Ana asks for support.' });
		await alert.getByRole('button', { name: /^Look/ }).click();
		await patiently(card).toBeInViewport();
		await patiently(card).toBeFocused();
		await card.getByRole('button', { name: 'I have seen it' }).click();
		await patiently(alert).toHaveCount(0);
		await patiently(card.getByText('1 Example Street')).toBeVisible();
		await patiently(card.getByRole('link', { name: '112' })).toBeVisible();
		await card.getByRole('button', { name: 'Step aside with Ana' }).click();
		await patiently(ana.getByText(/You are in the side room with Dana/)).toBeVisible();
		await patiently(ben.getByText('Dana has stepped out and will be back soon.')).toBeVisible();
		await patiently(ben.getByText(/Writing is paused/)).toHaveCount(0);
		await page.Kim.getByRole('button', { name: /^Next: Check-out/ }).click();
		await patiently(ben.getByText(/Check-out · step 4 of 4/)).toBeVisible();
		await dana.getByRole('button', { name: 'Back to the group' }).click();
		await card.getByLabel('What was done').fill('A word alone; she stays.');
		await card.getByRole('button', { name: 'Record and close' }).click();
		await patiently(card).toHaveCount(0);
	});

	await test.step('signed off, each room’s board is there for its people and the facilitators alone', async () => {
		// At the last step the first button of the panel ends the session.
		await page.Kim.getByRole('button', { name: 'End the session' }).first().click();
		await page.Kim.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
		await patiently(ownBar(ana)).toHaveCount(0);
		await dana.goto(`${group.session}/sign-off`);
		await dana.getByRole('button', { name: 'Sign off' }).click();
		await dana.waitForURL(/review/);
		await patiently(dana.getByRole('heading', { name: 'How the connection held' })).toBeVisible();
		await dana.getByRole('link', { name: 'Draft a note' }).click();
		await patiently(dana.getByLabel('The note')).toHaveValue(/Ana asked for support.*A word alone/);
		expect(await ana.goto(`${group.session}/note`).then((page) => page?.status())).toBe(403);
		for (const one of [ana, chris]) await one.goto(`${group.session}/review`);
		await patiently(ana.getByText('Only for the two of us').first()).toBeAttached();
		await patiently(chris.getByText('Only for the two of us')).toHaveCount(0);
		await patiently(ana.getByRole('heading', { name: 'How the connection held' })).toHaveCount(0);
	});
});

const begin = (page: Page) => page.getByRole('button', { name: /^Begin/ }).click();
const notice = (page: Page) => page.locator('.banner', { hasText: /^\s*Room \d/ });

const situation = (page: Page) => page.getByRole('textbox', { name: /What happened/ });

/** The answer to a command that is sent without the screen. */
async function given(page: Page, command: string, data: object): Promise<number> {
	const origin = new URL(group.session).origin;
	const headers = { Origin: origin, 'Idempotency-Key': crypto.randomUUID() };
	return (await page.request.post(`${group.session}/commands/${command}`, { headers, data })).status();
}

async function putInto(page: Page, rooms: Record<string, string>): Promise<void> {
	const who = page.getByRole('group', { name: 'Who is where?' });
	for (const [name, room] of Object.entries(rooms))
		await who.getByLabel(name, { exact: true }).selectOption({ label: room });
}

async function say(page: Page, words: string): Promise<void> {
	await page.getByRole('button', { name: /^Chat/ }).click();
	await page.getByLabel('Write to your room').fill(words);
	await page.keyboard.press('Enter');
}
