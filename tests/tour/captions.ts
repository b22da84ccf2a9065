import type { Screen, Tour } from './look.ts';
import { inLayout, type Guests } from './guests.ts';

/** What is said, typed by a member for those who read along. */
export async function visitCaptions({ look }: Tour, { dana, ana, ben }: Guests): Promise<void> {
	for (const page of [dana, ana, ben]) await inLayout(page, 'wide');
	const toolbar = ben.getByRole('toolbar', { name: 'You and the room' });
	await toolbar.getByRole('button', { name: /^More/ }).click();
	await ben.getByRole('dialog').getByRole('button', { name: 'Offer to type captions' }).click();
	const yes = dana.getByRole('button', { name: /^Yes, please/ });
	await yes.waitFor();
	await yes.scrollIntoViewIfNeeded();
	await look(dana, { ...inRoom('room-caption-offer', 'A member offers to type captions'), only: 'wide' });
	await yes.click();
	const line = ben.getByLabel('Captions: type what is said');
	await line.fill('Dana: Take a moment, and notice your feet on the floor.');
	await line.press('Enter');
	await line.fill('There is no hurry.');
	await ana.getByText('There is no hurry.').waitFor();
	await look(ana, inRoom('room-captions', 'Captions, as one reads them'));
	await look(ben, inRoom('room-captions-typist', 'Captions, as one types them'));
	await ben.getByRole('button', { name: 'Stop typing captions' }).click();
	await line.waitFor({ state: 'detached' });
}

const inRoom = (name: string, title: string): Screen => ({ name, title, isRoom: true });
