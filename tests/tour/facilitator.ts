import type { Page } from '@playwright/test';
import { hrefOf, type Tour } from './look.ts';

const GROUP = /^\/groups\/[A-Za-z0-9_-]{22}$/;

/** What a facilitator has outside the room. Gives back the link of an invitation. */
export async function visitFacilitatorScreens({ demo, look }: Tour, page: Page): Promise<string> {
	const at = (path: string) => page.goto(`${demo.url}${path}`);
	await at('/home');
	await look(page, { name: 'facilitator-home', title: 'Home of a facilitator' });
	const group = await hrefOf(page, GROUP);
	const session = `/sessions/${demo.session}`;
	for (const [path, name, title] of [
		[group, 'group-facilitator', 'A group, as its facilitator has it'],
		['/groups/new', 'group-new', 'Making a group'],
		[`${group}/edit`, 'group-edit', 'Changing a group'],
		[`${group}/sessions/new`, 'session-new', 'Planning a session'],
		[`${group}/programme`, 'group-programme', 'Choosing a programme for a group'],
		['/exercises', 'exercises', 'The library and the practice’s own exercises'],
		[session, 'session-facilitator', 'A session, as its facilitator has it'],
		[`${session}/plan`, 'plan-builder', 'The plan builder'],
		[`${session}/move`, 'session-move', 'Moving or cancelling a session'],
		[`${group}/past`, 'past-sessions-facilitator', 'Past sessions, as a facilitator has them'],
		['/account', 'account-facilitator', 'A facilitator’s account'],
		['/account/passkeys', 'account-passkeys', 'Passkeys'],
		['/account/password', 'account-password', 'A password'],
		['/account/code', 'account-code', 'Codes as a second factor'],
		['/account/licence', 'account-licence', 'A facilitator’s licence'],
		['/practice', 'practice', 'The practice and its crisis lines'],
		['/practice/call', 'practice-call', 'Trying whether the call works']
	] as const) {
		await at(path);
		await look(page, { name, title });
	}
	await at('/exercises');
	await page.getByLabel('Its title').fill('Small brave steps');
	await page.getByRole('button', { name: 'Make it' }).click();
	await page.waitForURL(/\/exercises\/./);
	await page.getByRole('button', { name: 'Add it' }).click();
	await look(page, { name: 'exercise-builder', title: 'The builder of exercises' });
	await at(`${group}/people`);
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = page.getByLabel('The link', { exact: true });
	await link.waitFor();
	await look(page, { name: 'invitation', title: 'An invitation, as a link and as a QR code' });
	return link.inputValue();
}

/** Looking back at a session of long ago. */
export async function visitFacilitatorReview({ demo, look }: Tour, page: Page): Promise<void> {
	await page.goto(`${demo.url}/home`);
	await page.goto(`${demo.url}${await hrefOf(page, GROUP)}/past`);
	await page.goto(`${demo.url}${await hrefOf(page, /\/review$/)}`);
	await look(page, { name: 'review-facilitator', title: 'Looking back, as a facilitator' });
	await page.goto(`${demo.url}${await hrefOf(page, /^\/artifacts\/[A-Za-z0-9_-]{22}$/)}`);
	await look(page, {
		name: 'worksheet-of-a-member',
		title: 'A member’s worksheet, given to the facilitator to read'
	});
}
