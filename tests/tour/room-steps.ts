import type { Page } from '@playwright/test';
import type { Screen, Tour } from './look.ts';
import type { Guests } from './guests.ts';
import { BREATHING, drawOnBoard, fillThoughtRecord, giveCheckIn } from './work.ts';

/** Every kind of step, as the facilitator and as a member have it. */
export async function visitSteps({ look }: Tour, { dana, ana, ben, chris }: Guests): Promise<void> {
	const both = async (name: string, title: string) => {
		const isBoard = name === 'room-board';
		await look(dana, {
			...inRoom(`${name}-facilitator`, `${title}, as the facilitator has it`),
			isOnSmallest: isBoard
		});
		await look(ana, { ...inRoom(`${name}-member`, `${title}, as a member has it`), isOnSmallest: true });
	};
	const next = async (step: RegExp) => {
		await dana.getByRole('button', { name: step }).first().click();
		await ana
			.getByText(/step \d+ of 10/)
			.first()
			.waitFor();
	};

	await next(/^Begin: Arrive/);
	await both('room-arrive', 'Arriving');
	for (const page of [ana, ben, chris]) await page.getByRole('button', { name: 'No', exact: true }).click();

	await next(/^Next: Check-in/);
	await ana.getByRole('radio', { name: 'Good', exact: true }).check({ force: true });
	await ana.getByRole('textbox', { name: /One word/ }).fill('Steadier than last week');
	await both('room-check-in', 'Check-in');
	for (const [page, mood] of [
		[ana, 'Good'],
		[ben, 'So-so'],
		[chris, 'Low']
	] as const) {
		await giveCheckIn(page, mood);
	}
	await dana.getByRole('button', { name: /Show the group/ }).click();
	await ana.getByRole('heading', { name: /group/i }).first().waitFor();
	await both('room-numbers', 'The group’s numbers');

	await next(/^Next: What we tried/);
	await both('room-review', 'Looking back at homework');

	await next(/^Next: Thought record/);
	await fillThoughtRecord(ana);
	await ben
		.getByRole('textbox', { name: /What happened/ })
		.fill('I had to make a telephone call to the bank.');
	await ben.getByRole('button', { name: 'Done', exact: true }).click();
	await chris.getByRole('button', { name: 'I’m stuck' }).click();
	await dana.getByText(/stuck/i).first().waitFor();
	await both('room-worksheet', 'A worksheet, private first');
	await visitReveal({ look }, { dana, ana, ben });

	await next(/^Next: Board/);
	await drawOnBoard(ana, ben);
	await both('room-board', 'The board');

	await next(/^Next: Breathing/);
	await ana.waitForTimeout(BREATHING.intoIt);
	await both('room-breathing', 'Breathing together');

	await next(/^Next: Round/);
	await dana.getByRole('button', { name: 'Start the round' }).click();
	await ana.getByText('speaks now').first().waitFor();
	await both('room-round', 'A round');

	await next(/^Next: Until next time/);
	await dana.getByRole('button', { name: 'Set homework' }).click();
	await look(dana, { ...inRoom('room-set-homework', 'Setting homework in the room'), only: 'wide' });
	await dana.keyboard.press('Escape');

	await next(/^Next: Check-out/);
	await ana.getByRole('textbox').first().fill('I am not the only one.');
	await both('room-check-out', 'Check-out');
	await next(/^Next: Session pulse/);
}

async function visitReveal({ look }: Pick<Tour, 'look'>, { dana, ana, ben }: Omit<Guests, 'chris'>) {
	await dana.getByText('Ask to show answers').click();
	await dana.getByRole('checkbox', { name: 'What happened?' }).check();
	await dana.getByRole('button', { name: 'Ask', exact: true }).click();
	await choose(ana);
	await ana.getByText('Would you like to show something?').scrollIntoViewIfNeeded();
	await look(ana, inRoom('room-reveal-picker', 'Being asked to show an answer'));
	await choose(ben);
	await askedOf(ben).getByRole('button', { name: 'Show', exact: true }).click();
	await ana.getByText('telephone call to the bank').first().waitFor();
	await look(dana, inRoom('room-revealed-facilitator', 'An answer shown, as the facilitator has it'));
	await look(ben, inRoom('room-revealed-member', 'An answer shown, as its author has it'));
}

const askedOf = (page: Page) => page.getByRole('region', { name: 'Would you like to show something?' });

async function choose(page: Page): Promise<void> {
	const asked = askedOf(page);
	await asked.getByRole('radio', { name: /with my name/i }).check();
	await asked.getByRole('radio', { name: /keep/i }).check();
}

const inRoom = (name: string, title: string): Screen => ({ name, title, isRoom: true });
