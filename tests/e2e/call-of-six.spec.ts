import { test } from '@playwright/test';
import { CallPeople } from '../support/call-people.ts';
import { startCallServer } from '../support/call-server.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { missingJanus } from '../support/janus.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

/** Six people with media through Janus: more than a usual run asks of a machine, so only with HEARTH_LONG=1. */

const NAMES = ['Dana', 'Ana', 'Ben', 'Chris', 'Elif', 'Finn'];
const missing =
	missingJanus() ?? (process.env.HEARTH_LONG ? null : 'Six people through the SFU: set HEARTH_LONG=1.');
if (missing) console.log(missing);
test.skip(missing !== null, missing ?? '');

let server: SignalHarness;
let people: CallPeople;

test.beforeAll(async () => {
	server = await startCallServer({ sfuAbove: 0 });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => server?.close());
test.afterEach(async ({ browserName: _any }, { status, expectedStatus }) => {
	if (status !== expectedStatus) console.log((await people.report()).join('\n'));
	await people?.close();
});

test('through the SFU each of six counts pictures of all five others', async ({ browser }) => {
	people = new CallPeople(server, NAMES);
	for (const index of NAMES.keys()) {
		const page = await people.open(browser, index);
		await page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));
	}
	const took = await people.everyoneSeesEveryone();
	console.log(`six people through Janus: 10 more pictures of everyone at everyone after ${took} ms`);
});
