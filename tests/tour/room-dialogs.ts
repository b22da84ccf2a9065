import type { Page } from '@playwright/test';
import type { Screen, Tour } from './look.ts';
import { inLayout, type Guests } from './guests.ts';

const bar = (page: Page, name: RegExp) =>
	page.getByRole('toolbar', { name: 'You and the room' }).getByRole('button', { name });

/** What opens over the room for a member. */
export async function visitDialogs({ look }: Tour, { dana, ana }: Guests): Promise<void> {
	await inLayout(ana, 'wide');
	await inLayout(dana, 'wide');
	for (const [button, name, title] of [
		['Support', 'room-support', 'Support'],
		['View', 'room-view', 'What is shown on this screen']
	] as const) {
		await ana.getByRole('banner').getByRole('button', { name: button, exact: true }).click();
		await ana.getByRole('dialog').waitFor();
		await look(ana, inRoom(name, title));
		await closed(ana);
	}
	for (const [button, name, title] of [
		[/^More/, 'room-more', 'More'],
		[/^Leave/, 'room-leave', 'Leaving']
	] as const) {
		await bar(ana, button).click();
		await ana.getByRole('dialog').waitFor();
		await look(ana, inRoom(name, title));
		await closed(ana);
	}
	await bar(ana, /^More/).click();
	await ana.getByRole('dialog').getByRole('button', { name: 'Keys' }).click();
	await look(ana, inRoom('room-keys', 'The keys'));
	await closed(ana);

	await bar(dana, /^Chat/).click();
	await say(dana, 'Two minutes more, then we come back together.');
	await bar(dana, /^Chat/).click();
	await bar(ana, /^Chat/).click();
	await say(ana, 'Thank you for today.');
	await look(ana, { ...inRoom('room-chat', 'The chat beside the stage'), only: 'wide' });
	await bar(ana, /^Chat/).click();
	await ana.getByRole('button', { name: /^Write to Dana privately/ }).click();
	await say(ana, 'May I stay a minute longer afterwards?');
	await look(ana, { ...inRoom('room-private-line', 'A private line to the facilitator'), only: 'wide' });
	await ana.getByRole('button', { name: 'Back to people' }).click();
}

/** What opens over the room for the facilitator. */
export async function visitFacilitatorsDialogs({ look }: Tour, { dana }: Guests): Promise<void> {
	await dana.getByText('For Ben').click();
	await look(dana, { ...inRoom('room-person', 'What a facilitator can do for a person'), only: 'wide' });
	await dana.getByRole('button', { name: 'Contact card' }).first().click();
	await dana.getByRole('dialog').waitFor();
	await look(dana, inRoom('room-contact-card', 'A contact card, opened'));
	await closed(dana);
	// Going through the widths has put the panel together anew.
	await dana.getByText('For Ben').click();
	await dana.getByRole('button', { name: 'Remove', exact: true }).first().click();
	await dana.getByRole('dialog').waitFor();
	await look(dana, inRoom('room-send-out', 'Asking someone to leave'));
	await closed(dana);
}

/** Phones have the panel in sheets of its own. */
export async function visitNarrowDialogs({ look }: Tour, { dana, ana }: Guests): Promise<void> {
	await inLayout(ana, 'narrow');
	await inLayout(dana, 'narrow');
	for (const [button, name, title] of [
		['Chat', 'room-chat-phone', 'The chat on a phone'],
		['People', 'room-people-phone', 'People on a phone']
	] as const) {
		await bar(ana, /^More/).click();
		await ana
			.getByRole('dialog')
			.getByRole('button', { name: new RegExp(`^${button}`) })
			.click();
		await look(ana, { ...inRoom(name, title), only: 'narrow' });
		await closed(ana);
	}
	await bar(dana, /^Lead/).click();
	await look(dana, { ...inRoom('room-lead-phone', 'Leading from a phone'), only: 'narrow' });
	await closed(dana);
}

async function closed(page: Page): Promise<void> {
	await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
	await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function say(page: Page, words: string): Promise<void> {
	const line = page.getByRole('complementary').getByRole('textbox').last();
	await line.fill(words);
	await line.press('Enter');
	await page.getByText(words).first().waitFor();
}

const inRoom = (name: string, title: string): Screen => ({ name, title, isRoom: true });
