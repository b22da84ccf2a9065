import type { Screen, Tour } from './look.ts';
import { inLayout, type Guests } from './guests.ts';

const SETTLE_MS = 500;

/** Small rooms: put together, open, and a call for the facilitator. */
export async function visitRooms({ look }: Tour, { dana, ana, ben, chris }: Guests): Promise<void> {
	for (const page of [dana, ana, ben, chris]) await inLayout(page, 'wide');
	// Going through the widths puts the panel together anew.
	await dana.waitForTimeout(SETTLE_MS);
	await dana.getByText('Pairs or rooms').click();
	const who = dana.getByRole('group', { name: 'Who is where?' });
	for (const [name, room] of Object.entries({ Ana: 'Room 1', Ben: 'Room 1', Chris: 'With you' }))
		await who.getByLabel(name, { exact: true }).selectOption({ label: room });
	await dana.getByRole('button', { name: /^Open one room/ }).scrollIntoViewIfNeeded();
	await look(dana, {
		...inRoom('room-breakouts-open', 'Putting people into small rooms'),
		only: 'wide'
	});
	await dana.getByRole('button', { name: /^Open one room/ }).click();
	await ana.getByRole('button', { name: /^Ask Dana to come/ }).click();
	await dana.getByRole('alert').filter({ hasText: 'Room 1 asks you to come.' }).waitFor();
	await look(dana, inRoom('room-breakouts-facilitator', 'Small rooms, as the facilitator has them'));
	await look(ana, inRoom('room-breakouts-member', 'A small room, as a member has it'));
	await dana.getByRole('button', { name: 'Now', exact: true }).click();
	await ana.locator('.banner', { hasText: /^\s*Room \d/ }).waitFor({ state: 'detached' });
}

/** A call for support: the flag, the side room, and what the group sees meanwhile. */
export async function visitRisk({ look }: Tour, { dana, ana, ben }: Guests): Promise<void> {
	await ana.getByRole('banner').getByRole('button', { name: 'Support' }).click();
	await ana.getByRole('button', { name: 'Ask for support now' }).click();
	await ana
		.getByText(/has been told|was told|is told|Dana/)
		.first()
		.waitFor();
	await look(ana, inRoom('room-support-asked', 'After asking for support'));
	await ana.keyboard.press('Escape');
	const flag = dana.getByRole('article', { name: 'Ana asks for support' });
	await flag.waitFor();
	await look(dana, inRoom('room-flag', 'A flag, as a facilitator has it'));
	await dana.waitForTimeout(SETTLE_MS);
	await flag.getByRole('button', { name: 'I have seen it' }).click();
	await flag.getByText('Call back on').waitFor();
	await look(dana, {
		...inRoom('room-flag-seen', 'A flag that was seen, with place and phone beside it'),
		only: 'wide'
	});
	await flag.getByRole('button', { name: 'Step aside with Ana' }).click();
	await ana.getByText(/You are in the side room with Dana/).waitFor();
	await look(ana, inRoom('room-side-room', 'The side room'));
	await look(ben, inRoom('room-held', 'The group while its facilitator has stepped out'));
	await dana.getByRole('button', { name: 'Back to the group' }).click();
	await flag.getByLabel('What was done').fill('A word alone; she stays.');
	await flag.getByRole('button', { name: 'Record and close' }).click();
	await flag.waitFor({ state: 'detached' });
}

const inRoom = (name: string, title: string): Screen => ({ name, title, isRoom: true });
