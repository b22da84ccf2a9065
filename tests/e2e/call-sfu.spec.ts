import { expect, test, type Page } from '@playwright/test';
import { CallPeople } from '../support/call-people.ts';
import { startCallServer } from '../support/call-server.ts';
import { count } from '../support/counted-media.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { killJanus, missingJanus } from '../support/janus.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

let server: SignalHarness;
let people: CallPeople;
const missing = missingJanus();

test.beforeAll(async () => {
	if (missing) console.log(missing);
	test.skip(missing !== null, missing ?? '');
	server = await startCallServer({ sfuAbove: 2 });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => server?.close());
test.afterEach(async ({ browserName: _any }, { status, expectedStatus }) => {
	if (status !== expectedStatus) console.log((await people.report()).join('\n'));
	await people?.close();
});

const joinWithAll = (page: Page) =>
	page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));

/** How many of a page's connections carry media with another browser, and how many with the SFU. */
const carriers = (page: Page) =>
	page.evaluate(() => {
		const alive = window.connections.filter(({ connectionState }) => connectionState === 'connected');
		// Browsers tell each other notes over a channel beside the media; the SFU carries media alone.
		const isSfu = ({ sctp }: RTCPeerConnection) => sctp === null;
		return { mesh: alive.filter((one) => !isSfu(one)).length, sfu: alive.filter(isSfu).length };
	});

/** Begins to note how a page's first link does, and how long its voice and its picture stand still at most. */
const watchTheFirst = (page: Page) =>
	page.evaluate(() => {
		const [peer] = window.call.links.peers.values();
		if (!peer) throw new Error('nobody to watch');
		const seen = { links: new Set<string>(), voiceGap: 0, pictureGap: 0 };
		Object.assign(window, { seen });
		let [voiceAt, pictureAt] = [performance.now(), performance.now()];
		let [voice, pictures] = [0, 0];
		setInterval(() => {
			seen.links.add(peer.link);
			const now = performance.now();
			const video = document.querySelector<HTMLVideoElement>(`[data-person="${peer.person}"] video`);
			const shown = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
			if (shown !== pictures) [pictures, pictureAt] = [shown, now];
			seen.pictureGap = Math.max(seen.pictureGap, now - pictureAt);
		}, 20);
		const hear = async () => {
			let packets = 0;
			for (const connection of window.connections) {
				for (const entry of (await connection.getStats()).values()) {
					if (entry.type === 'inbound-rtp' && entry.kind === 'audio') packets += entry.packetsReceived;
				}
			}
			const now = performance.now();
			if (packets !== voice) [voice, voiceAt] = [packets, now];
			seen.voiceGap = Math.max(seen.voiceGap, now - voiceAt);
			setTimeout(() => void hear(), 20);
		};
		void hear();
	});

const watched = (page: Page) =>
	page.evaluate(() => {
		const { seen } = window as unknown as {
			seen: { links: Set<string>; voiceGap: number; pictureGap: number };
		};
		return {
			links: [...seen.links],
			voiceGap: Math.round(seen.voiceGap),
			pictureGap: Math.round(seen.pictureGap)
		};
	});

test('a third person moves a running call to the SFU without breaking a link, and when the SFU dies the mesh is back', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana', 'Ben']);
	const [dana, ana] = [await people.open(browser, 0), await people.open(browser, 1)];
	await joinWithAll(dana);
	await joinWithAll(ana);
	await people.everyoneSeesEveryone();
	expect(await carriers(dana)).toEqual({ mesh: 1, sfu: 0 });

	const ben = await people.open(browser, 2);
	await watchTheFirst(dana);
	await joinWithAll(ben);
	// Make before break: the old link ends when both have each other by the new way.
	for (const page of people.pages) {
		await expect.poll(() => carriers(page), { timeout: 60_000 }).toEqual({ mesh: 0, sfu: 2 });
	}
	await people.everyoneSeesEveryone();
	const moved = await watched(dana);
	console.log(
		`moved to the SFU: voice stood still for ${moved.voiceGap} ms at most, the picture for ${moved.pictureGap} ms`
	);
	expect(moved.links).toEqual(['connected']);

	const heard = (await count(ana)).voice;
	const began = Date.now();
	killJanus();
	await expect.poll(() => carriers(ana), { intervals: [50], timeout: 60_000 }).toEqual({ mesh: 2, sfu: 0 });
	console.log(`the SFU died: linked in the mesh after ${Date.now() - began} ms`);
	await people.everyoneSeesEveryone();
	expect((await count(ana)).voice).not.toBe(heard);
	expect(await dana.evaluate(() => window.call.links.peers.size)).toBe(2);
});

test('a browser that cannot seal its frames keeps the room in the mesh', async ({ browser }) => {
	people = new CallPeople(server, ['Dana', 'Ana', 'Ben']);
	for (const index of [0, 1, 2]) {
		const page = await people.open(browser, index);
		if (index === 2) {
			await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCRtpScriptTransform'));
			await page.reload();
		}
		await joinWithAll(page);
	}
	await people.everyoneSeesEveryone();
	for (const page of people.pages) expect(await carriers(page)).toEqual({ mesh: 2, sfu: 0 });
});
