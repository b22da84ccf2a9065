import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../support/chromium.ts';
import { Coturn, TURN_SECRET } from '../support/coturn.ts';
import { type Demo, signedIn, startDemo } from '../support/demo.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { freePort } from '../support/hearth-process.ts';

/** Whoever looks after the practice's Hearth sees which ways a call can take, and what to do about the others. */

let demo: Demo;
test.afterEach(async ({ browser }) => {
	await everyoneLeaves({ browser });
	await demo.process.stop();
});

test('what needs no relay is tried; a relay that is not there says so, and members do not see the page', async ({
	browser
}) => {
	demo = await startDemo({ TURN_URL: `turn:127.0.0.1:${await freePort()}?transport=udp`, TURN_SECRET });
	const dana = await tried(browser);
	await expect(way(dana, 'Relay over UDP')).toContainText('Nobody answered at this address.', PATIENT);
	await expect(way(dana, 'Signalling')).toContainText('Works.');
	await expect(way(dana, 'This browser')).toContainText(/Works, after \d+ ms\./);
	for (const name of ['TCP', 'TLS'])
		await expect(dana.getByText(`Relay over ${name} is not set up.`, { exact: false })).toBeVisible();
	expect(await dana.locator('video').count()).toBe(0);

	const ana = await signedIn(browser, demo, 'Ana');
	await ana.goto(`${demo.url}/practice/call`);
	await expect(ana.getByText('Only the practice’s own people can see this.')).toBeVisible();
});

test.describe('with a relay', () => {
	const missing = Coturn.missing();
	test.skip(missing !== null, missing ?? '');
	let coturn: Coturn;
	test.beforeAll(async () => {
		coturn = await Coturn.start();
	});
	test.afterAll(() => coturn.close());
	const ways = () =>
		`turn:127.0.0.1:${coturn.port}?transport=udp,turn:127.0.0.1:${coturn.port}?transport=tcp`;

	test('something is sent through it, over UDP and over TCP', async ({ browser }) => {
		demo = await startDemo({ TURN_URL: ways(), TURN_SECRET });
		const dana = await tried(browser);
		for (const name of ['Relay over UDP', 'Relay over TCP'])
			await expect(way(dana, name)).toContainText(/Works, after \d+ ms\./, PATIENT);
	});

	test.describe('over TLS', () => {
		test.beforeEach(async () => {
			test.skip(coturn.tlsPort === 0, 'openssl is not installed: nobody makes a certificate');
			demo = await startDemo({ TURN_URL: `turns:127.0.0.1:${coturn.tlsPort}`, TURN_SECRET });
		});

		test('something is sent through it where the browser trusts its certificate', async () => {
			const { args = [], ...options } = launchOptions();
			const trusting = await chromium.launch({ ...options, args: [...args, '--ignore-certificate-errors'] });
			try {
				const relay = way(await tried(trusting), 'Relay over TLS');
				await expect(relay).toContainText(/Works, after \d+ ms\./, PATIENT);
			} finally {
				await trusting.close();
			}
		});

		test('where it does not, the page says what to look at', async ({ browser }) => {
			const relay = way(await tried(browser), 'Relay over TLS');
			await expect(relay).toContainText('Has coturn a certificate that is valid for this name', PATIENT);
		});
	});

	test('with another secret than coturn’s, the page says which one to look at', async ({ browser }) => {
		demo = await startDemo({ TURN_URL: ways(), TURN_SECRET: 'not the secret of that relay' });
		const dana = await tried(browser);
		await expect(way(dana, 'Relay over UDP')).toContainText('does not know our password', PATIENT);
	});
});

const PATIENT = { timeout: 120_000 };
const way = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function tried(browser: Browser): Promise<Page> {
	const dana = await signedIn(browser, demo, 'Dana');
	await dana.goto(`${demo.url}/practice/call`, { waitUntil: 'networkidle' });
	await dana.getByRole('button', { name: 'Try everything' }).press('Enter');
	return dana;
}
