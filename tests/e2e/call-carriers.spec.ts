import { expect, test, type Page } from '@playwright/test';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { CallPeople } from '../support/call-people.ts';
import { startCallServer } from '../support/call-server.ts';
import { count } from '../support/counted-media.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { missingJanus } from '../support/janus.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

/*
 * What every way that media can travel has to do, asked of each in the same words: browser to browser, and through
 * Janus, where everything is sealed between the browsers.
 */
const CARRIERS = [
	{ name: 'mesh', sfuAbove: undefined, missing: null },
	{ name: 'janus', sfuAbove: 0, missing: missingJanus() }
];

const joinWithAll = (page: Page) =>
	page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));

const words = (page: Page) =>
	page.evaluate(() => {
		const { state } = window.call.code;
		return state.is === 'found' ? state.words.join(' ') : state.is;
	});

for (const { name, sfuAbove, missing } of CARRIERS) {
	test.describe(`by ${name}`, () => {
		let server: SignalHarness;
		let people: CallPeople;

		test.beforeAll(async () => {
			if (missing) console.log(missing);
			test.skip(missing !== null, missing ?? '');
			server = await startCallServer(sfuAbove === undefined ? {} : { sfuAbove });
		});
		test.afterAll(everyoneLeaves);
		test.afterAll(() => server?.close());
		test.afterEach(async ({ browserName: _any }, { status, expectedStatus }) => {
			if (status !== expectedStatus) console.log((await people.report()).join('\n'));
			await people?.close();
		});

		test('three people see and hear each other, know it by receipts, and have the same four words', async ({
			browser
		}) => {
			people = new CallPeople(server, ['Dana', 'Ana', 'Ben']);
			for (const index of [0, 1, 2]) await joinWithAll(await people.open(browser, index));
			const took = await people.everyoneSeesEveryone();
			console.log(`${name}: everyone sees everyone after ${took} ms`);
			for (const index of [0, 1, 2]) await people.isHeardAndSeen(index);
			await expect
				.poll(async () => [...new Set(await Promise.all(people.pages.map(words)))], { timeout: 60_000 })
				.toEqual([expect.stringMatching(/^([a-z]+ ){3}[a-z]+$/)]);
			const foreign = people.asked.filter((url) => new URL(url).host !== `localhost:${server.port}`);
			expect(foreign).toEqual([]);
		});

		test('a microphone and a camera go off and on again, and another way is found while both go on', async ({
			browser
		}) => {
			people = new CallPeople(server, ['Dana', 'Ana']);
			const [dana, ana] = [await people.open(browser, 0), await people.open(browser, 1)];
			await joinWithAll(dana);
			await joinWithAll(ana);
			await people.everyoneSeesEveryone();

			await ana.evaluate(() => Promise.all([window.call.toggleMicrophone(), window.call.toggleCamera()]));
			// What was on its way arrives; then nothing more does.
			const stillness = async () => {
				const before = await count(dana);
				await dana.waitForTimeout(1_500);
				const after = await count(dana);
				return { voice: after.voice - before.voice, frames: after.frames - before.frames };
			};
			await expect.poll(stillness, { timeout: 30_000 }).toEqual({ voice: 0, frames: 0 });

			await ana.evaluate(() => window.call.toggleMicrophone());
			await ana.evaluate(() => window.call.toggleCamera());
			await people.everyoneSeesEveryone();
			await people.isHeardAndSeen(1);

			await dana.evaluate(() => window.call.line.transport?.restart());
			await people.everyoneSeesEveryone();
			await people.isHeardAndSeen(0);
		});

		test('a screen reaches the others beside the face', async ({ browser }) => {
			people = new CallPeople(server, ['Dana', 'Ana']);
			const [dana, ana] = [await people.open(browser, 0), await people.open(browser, 1)];
			await joinWithAll(dana);
			await joinWithAll(ana);
			await people.everyoneSeesEveryone();
			const { person } = people.people[0] as { person: PersonId };
			const painted = () =>
				ana.evaluate(async (id) => {
					const screen = window.call.links.peers.get(id)?.screen;
					if (!screen) return 0;
					const video = document.createElement('video');
					video.srcObject = screen;
					video.muted = true;
					await video.play();
					await new Promise((resolve) => setTimeout(resolve, 1_000));
					return video.getVideoPlaybackQuality().totalVideoFrames;
				}, person);
			await dana.evaluate(() => {
				const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
				const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
				let at = 0;
				setInterval(() => {
					pen.fillStyle = `hsl(${(at += 20)} 80% 50%)`;
					pen.fillRect(0, 0, 640, 360);
				}, 100);
				const [track] = canvas.captureStream(10).getVideoTracks();
				window.call.line.transport?.setTrack('screen', track ?? null);
			});
			await expect.poll(painted, { timeout: 60_000 }).toBeGreaterThan(2);
			await people.seesMore(1, 0);
		});

		test('R36 who is removed, or parted from the group, is neither heard nor seen from then on', async ({
			browser
		}) => {
			people = new CallPeople(server, ['Dana', 'Ana', 'Ben']);
			for (const index of [0, 1, 2]) await joinWithAll(await people.open(browser, index));
			await people.everyoneSeesEveryone();
			const [dana, ana, ben] = people.pages as [Page, Page, Page];
			const peers = (page: Page) => page.evaluate(() => window.call.links.peers.size);
			const nothingArrives = async (page: Page) => {
				const before = await count(page);
				await page.waitForTimeout(1_000);
				return (await count(page)).voice - before.voice;
			};

			server.stepAside(people.session, (people.people[1] as { person: PersonId }).person);
			await expect.poll(() => Promise.all([dana, ana, ben].map(peers))).toEqual([1, 0, 1]);
			await expect.poll(() => nothingArrives(ana), { timeout: 30_000 }).toBe(0);
			await people.seesMore(0, 2);

			const began = Date.now();
			server.remove(people.session, (people.people[2] as { person: PersonId }).person);
			await expect.poll(() => peers(dana), { intervals: [50] }).toBe(0);
			console.log(`${name}: removed, and gone for the others after ${Date.now() - began} ms`);
			await expect.poll(() => nothingArrives(dana), { timeout: 30_000 }).toBe(0);
			expect(await ben.evaluate(() => window.call.own.preview)).toBe(null);
		});

		test('S16 who looks on sees and hears the others, and sends nothing', async ({ browser }) => {
			people = new CallPeople(server, ['Dana', 'Olga']);
			server.observers.add((people.people[1] as { person: PersonId }).person);
			const [dana, olga] = [await people.open(browser, 0), await people.open(browser, 1)];
			await joinWithAll(dana);
			await olga.evaluate(() => window.call.join({ means: 'listening', microphone: false, camera: false }));
			await people.seesMore(1, 0);
			await expect.poll(async () => (await count(olga)).voice, { timeout: 30_000 }).toBeGreaterThan(10);
			const { voice, frames } = await count(dana);
			expect({ voice, frames }).toEqual({ voice: 0, frames: 0 });
		});
	});
}
