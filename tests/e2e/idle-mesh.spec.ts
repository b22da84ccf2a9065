import { expect, test } from '@playwright/test';
import { startCallServer } from '../support/call-server.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { idleAmong, IDLE_MOST_KBPS, measureIdleMesh, quietBrowser } from '../support/idle-mesh.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

/** What a call costs while everyone listens. `npm run bench:call -- --idle 8` measures it with more people. */

test.use({ launchOptions: quietBrowser() });

let server: SignalHarness;
test.beforeAll(async () => {
	server = await startCallServer();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => server.close());

test('a voice mesh in which all microphones are on and nobody speaks costs so little that twelve people send 50 kbit/s each at most', async ({
	browser
}) => {
	const { kbps, packets } = await measureIdleMesh(browser, server, ['Dana', 'Ana', 'Ben', 'Chris']);
	console.log(
		`idle voice mesh of four: ${kbps.map((one) => one.toFixed(1)).join(', ')} kbit/s each; of eight ${idleAmong(8, kbps).toFixed(1)}, of twelve ${idleAmong(12, kbps).toFixed(1)}`
	);
	// They are silent, and not cut off: a microphone that is on says now and then that it is.
	for (const arrived of packets) expect(arrived).toBeGreaterThan(kbps.length - 1);
	for (const one of kbps) expect(one).toBeGreaterThan(0);
	expect(idleAmong(12, kbps)).toBeLessThanOrEqual(IDLE_MOST_KBPS);
});
