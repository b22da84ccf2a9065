import { expect, type Page, test } from '@playwright/test';
import { Coturn, TURN_SECRET } from '../support/coturn.ts';
import { type Demo, signedIn, startDemo } from '../support/demo.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';

/** Whoever looks after the practice's Hearth sees which ways a call can take, and what to do about the others. */

const missing = Coturn.missing();
test.skip(missing !== null, missing ?? '');

let coturn: Coturn;
let demo: Demo;
test.beforeAll(async () => {
	coturn = await Coturn.start();
	const gone = await Coturn.start();
	await gone.close();
	const ways = [
		`turn:127.0.0.1:${coturn.port}?transport=udp`,
		`turn:127.0.0.1:${coturn.port}?transport=tcp`,
		`turn:127.0.0.1:${gone.port}?transport=udp`
	];
	demo = await startDemo({ TURN_URL: ways.join(','), TURN_SECRET });
});
test.afterAll(everyoneLeaves);
test.afterAll(async () => {
	await demo.process.stop();
	await coturn.close();
});

test('each way of the call is tried; one that is shut says so, and members do not see the page', async ({
	browser
}) => {
	const dana = await signedIn(browser, demo, 'Dana');
	await dana.goto(`${demo.url}/practice/call`, { waitUntil: 'networkidle' });
	await dana.getByRole('button', { name: 'Try everything' }).press('Enter');
	const [sockets, browserItself, udp, tcp, shut] = ['Signalling', 'This browser', 'UDP', 'TCP', 'UDP'].map(
		(name, index) => way(dana, name).nth(index === 4 ? 1 : 0)
	);
	await expect(shut!).toContainText('Nobody answered at this address.', { timeout: 120_000 });
	await expect(sockets!).toContainText('Works.');
	for (const one of [browserItself!, udp!, tcp!]) await expect(one).toContainText(/Works, after \d+ ms\./);
	await expect(dana.getByRole('button', { name: 'Try everything' })).toBeVisible();
	expect(await dana.locator('video').count()).toBe(0);

	const ana = await signedIn(browser, demo, 'Ana');
	await ana.goto(`${demo.url}/practice/call`);
	await expect(ana.getByText('Only the practice’s own people can see this.')).toBeVisible();
});

const way = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
