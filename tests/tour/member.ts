import type { Page } from '@playwright/test';
import { hrefOf, type Tour } from './look.ts';

/** Accepting an invitation. */
export async function visitJoining({ look, asVisitor }: Tour, invitation: string): Promise<void> {
	const page = await asVisitor();
	await page.goto(invitation);
	// The page opens the invitation by itself: the button is there for a moment, or for good without scripts.
	await page.getByRole('textbox').first().waitFor();
	await look(page, { name: 'join', title: 'Accepting an invitation' });
	await page.context().close();
}

/** What a member has outside the room. */
export async function visitMemberScreens({ demo, look }: Tour, page: Page): Promise<void> {
	const at = (path: string) => page.goto(`${demo.url}${path}`);
	await at('/home');
	await look(page, { name: 'member-home', title: 'Home of a member', isOnSmallest: true });
	const group = await hrefOf(page, /^\/groups\/[A-Za-z0-9_-]{22}$/);
	for (const [path, name, title] of [
		[group, 'group-member', 'A group, as a member has it'],
		[`/sessions/${demo.session}`, 'session-member', 'A session, as a member has it'],
		[`${group}/past`, 'past-sessions', 'Past sessions and mood'],
		[`${group}/leave`, 'group-leave', 'Leaving a group'],
		['/account', 'account-member', 'A member’s account']
	] as const) {
		await at(path);
		await look(page, { name, title, isOnSmallest: true });
	}
	await at(`${group}/past`);
	await at(await hrefOf(page, /\/review$/));
	await look(page, { name: 'review-member', title: 'Looking back, as a member', isOnSmallest: true });
	await at(await hrefOf(page, /\/withdraw/));
	await look(page, { name: 'take-back', title: 'Taking something back' });
}
