import { expect, type Page, test } from '@playwright/test';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { BadLink } from '../support/bad-link.ts';
import { CallPeople, framesOf } from '../support/call-people.ts';
import { startCallServer } from '../support/call-server.ts';
import { count } from '../support/counted-media.ts';
import { Coturn, TURN_SECRET } from '../support/coturn.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

/** The call in bad weather: Ana's whole link to the world goes through a relay that a test can make bad. */

const missing = Coturn.missing();
if (missing) console.log(missing);
test.skip(missing !== null, missing ?? '');

let coturn: Coturn;
let server: SignalHarness;
let people: CallPeople;
let link: BadLink;
let dana: Page;
let ana: Page;

test.beforeAll(async () => {
	coturn = await Coturn.start();
	server = await startCallServer({
		turn: { url: `turn:127.0.0.1:${coturn.port}?transport=udp`, secret: TURN_SECRET },
		relayOf: (person) => (person === idOf(1) ? `turn:127.0.0.1:${link.mediaPort}?transport=udp` : null)
	});
});
test.afterAll(async () => {
	await server.close();
	await coturn.close();
});

test.beforeEach(async ({ browser }) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	link = await BadLink.open({ turnPort: coturn.port, pagesPort: server.port });
	people.links.set(1, link);
	dana = await people.open(browser, 0);
	ana = await people.open(browser, 1);
	for (const page of [dana, ana]) {
		await page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));
	}
	await bothSeeMore(20_000);
});
test.afterEach(async ({ browserName: _any }, { status, expectedStatus }) => {
	if (status !== expectedStatus) console.log((await people.report()).join('\n'));
	await people.close();
	link.close();
});

const idOf = (index: number) => people.people[index]?.person as PersonId;
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));

/** How long until each has painted more of the other, in ms. */
async function bothSeeMore(patience: number, more = 5): Promise<number> {
	const began = Date.now();
	await Promise.all(
		[
			[dana, idOf(1)],
			[ana, idOf(0)]
		].map(async ([page, person]) => {
			const before = await framesOf(page as Page, person as PersonId);
			const grown = async () => {
				const now = await framesOf(page as Page, person as PersonId);
				// A new element counts from nothing.
				return now < before ? now : now - before;
			};
			await expect.poll(grown, { timeout: patience, intervals: [100] }).toBeGreaterThan(more);
		})
	);
	return Date.now() - began;
}

const rungsSent = () =>
	Promise.all([dana, ana].map((page) => page.evaluate(() => [...window.call.links.peers.values()][0]?.rung)));

test('R38 through a relay alone, no message of the signalling names an address of anybody’s own', async ({
	browser
}) => {
	const frames: string[] = [];
	for (const page of [dana, ana]) {
		page.on('websocket', (socket) => {
			socket.on('framesent', ({ payload }) => frames.push(String(payload)));
			socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
		});
		await page.reload();
		await page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));
	}
	await bothSeeMore(20_000);
	expect(browser.isConnected()).toBe(true);
	const candidates = frames.flatMap((frame) => frame.match(/candidate:[^"\\]*/g) ?? []);
	expect(candidates.length).toBeGreaterThan(1);
	for (const candidate of candidates) expect(candidate).toMatch(/ typ relay\b/);
	const received = frames.filter((frame) => /"src":/.test(frame)).join('\n');
	expect(received.match(/raddr (?!0\.0\.0\.0)\S+/g) ?? []).toEqual([]);
	expect(await selectedTypes(dana)).toEqual(['relay relay']);
});

test('the relay itself dies: faces are back by themselves after its return', async () => {
	await coturn.end();
	await seconds(6);
	await coturn.begin();
	const ms = await bothSeeMore(20_000);
	console.log(`relay back: faces back after ${ms} ms`);
});

test('each step of the ladder is taken in turn, voice to the end, and the way up begins after 20 clean seconds', async () => {
	const steps: string[] = [];
	const heights: Record<string, number> = {};
	link.become({ loss: 0.12 });
	const until = Date.now() + 60_000;
	while (Date.now() < until && steps.at(-1) !== 'voice') {
		const [, rung = ''] = await rungsSent();
		if (steps.at(-1) !== rung) steps.push(rung);
		heights[rung] = (await count(dana)).height;
		await seconds(0.5);
	}
	console.log(`ladder: ${steps.join(' → ')}`, heights);
	expect(steps).toEqual(['360p', '270p', '180p', 'still', 'voice']);
	expect(await ana.evaluate(() => window.call.links.heardBy)).toEqual({ people: 1, of: 1 });
	link.become({});
	await expect.poll(async () => (await rungsSent())[1], { timeout: 40_000 }).toBe('still');
});

/** Which kinds of addresses carry the media of a page. */
function selectedTypes(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const types: string[] = [];
		for (const connection of window.connections.filter((one) => one.connectionState === 'connected')) {
			const report = await connection.getStats();
			for (const pair of report.values() as Iterable<Record<string, string>>) {
				if (pair.type !== 'candidate-pair' || !pair.nominated || pair.state !== 'succeeded') continue;
				const [local, remote] = [
					report.get(pair.localCandidateId ?? ''),
					report.get(pair.remoteCandidateId ?? '')
				];
				types.push(`${local.candidateType} ${remote.candidateType}`);
			}
		}
		return types;
	});
}
