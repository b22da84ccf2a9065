import type { Page } from '@playwright/test';
import { hrefOf, type Tour } from './look.ts';

/** A group that is open for requests: what strangers see of it, how they ask, and how they are answered (S18). */
export async function visitAsking({ demo, look, asVisitor }: Tour, dana: Page): Promise<void> {
	await dana.goto(`${demo.url}/home`);
	const group = await hrefOf(dana, /^\/groups\/[A-Za-z0-9_-]{22}$/);
	const requests = `${demo.url}${group}/requests`;
	await dana.goto(requests);
	await dana
		.getByLabel('Whom it is for')
		.fill('For adults who worry a lot and would like to learn with others.');
	await dana.getByRole('button', { name: 'Open it' }).click();
	await dana.getByRole('button', { name: 'Close it again' }).waitFor();

	const visitor = await asVisitor();
	await visitor.goto(demo.url);
	await look(visitor, { name: 'front-page-open-group', title: 'The front page, with a group that is open' });
	await visitor.getByRole('link', { name: /^Ask to join/ }).click();
	await visitor.getByRole('radio', { name: 'I am 18 or older' }).check();
	await look(visitor, { name: 'ask', title: 'Asking to join a group' });
	await visitor.getByLabel('What may we call you?').fill('Kim');
	await visitor
		.getByLabel('What brings you')
		.fill('I lie awake and worry. I would like to hear how others do it.');
	await visitor.getByRole('radio', { name: 'Not sure yet' }).check();
	await visitor.locator('[name=link][value=yes]').check();
	await visitor.locator('[name=privacy][value=sometimes]').check();
	await visitor.getByLabel('Their name').fill('Lee');
	await visitor.getByLabel('Their phone').fill('+353 1 555 0199');
	await visitor.getByRole('button', { name: 'Ask to join' }).click();
	await visitor.getByRole('textbox', { name: 'Your link' }).waitFor();
	await look(visitor, { name: 'asked', title: 'After asking: a link of one’s own' });
	await visitor.getByRole('link', { name: 'Open it now' }).click();
	await visitor.getByRole('heading', { name: 'Your request waits to be read' }).waitFor();
	await look(visitor, { name: 'asked-waiting', title: 'A request that waits for its answer' });

	await dana.goto(requests);
	await dana.getByText('Decline kindly').click();
	await look(dana, { name: 'requests', title: 'Requests to join, as a facilitator has them' });
	await dana.getByRole('button', { name: 'Close it again' }).click();
	await dana.getByRole('button', { name: 'Open it' }).waitFor();
	await visitor.context().close();
}
