import type { Page } from '@playwright/test';
import type { Tour } from './look.ts';

/** Signing off, and what each then finds. */
export async function visitSignOff(
	{ demo, look }: Tour,
	{ dana, ana }: { dana: Page; ana: Page }
): Promise<void> {
	const session = `${demo.url}/sessions/${demo.session}`;
	await ana.goto(`${session}/review`);
	await look(ana, { name: 'review-not-yet', title: 'Looking back before the facilitator has signed off' });
	await dana.goto(`${session}/sign-off`);
	await look(dana, { name: 'sign-off', title: 'Signing off: what is kept, and for whom' });
	await dana.getByRole('button', { name: 'Sign off' }).click();
	await dana.waitForURL(/review/);
	await look(dana, {
		name: 'review-today-facilitator',
		title: 'Today’s session, as the facilitator looks back at it'
	});
	await dana.goto(`${session}/note`);
	await look(dana, { name: 'note-draft', title: 'The draft of a note on a session' });
	await ana.goto(`${session}/review`);
	await look(ana, { name: 'review-today-member', title: 'Today’s session, as a member looks back at it' });
}
