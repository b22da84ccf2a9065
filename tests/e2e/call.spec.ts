import { expect, test, type Page } from '@playwright/test';
import { SAMPLE_EVERY_MS } from '../../src/lib/call/ladder.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { CallPeople } from '../support/call-people.ts';
import { startCallServer } from '../support/call-server.ts';
import { count, ways } from '../support/counted-media.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

let server: SignalHarness;
let people: CallPeople;

test.beforeAll(async () => {
	server = await startCallServer();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => server.close());
test.afterEach(async ({ browserName: _any }, { status, expectedStatus }) => {
	if (status !== expectedStatus) console.log((await people.report()).join('\n'));
	await people.close();
});

const joinWithAll = (page: Page) =>
	page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));

test('three people see and hear each other, have the same four words, a restart of signalling costs no link, and no third party is asked', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana', 'Ben']);
	for (const index of [0, 1, 2]) await joinWithAll(await people.open(browser, index));
	await people.everyoneSeesEveryone();
	for (const index of [0, 1, 2]) await people.isHeardAndSeen(index);

	const lines = () =>
		Promise.all(people.pages.map((page) => page.evaluate(() => window.call.line.state === 'open')));
	const words = () =>
		Promise.all(
			people.pages.map((page) =>
				page.evaluate(() => {
					const { state } = window.call.code;
					return state.is === 'found' ? state.words.join(' ') : state.is;
				})
			)
		);
	await expect
		.poll(async () => [...new Set(await words())], { timeout: 60_000 })
		.toEqual([expect.stringMatching(/^([a-z]+ ){3}[a-z]+$/)]);

	const heard = () => Promise.all(people.pages.map(async (page) => (await count(page)).voice));
	const links = await Promise.all(people.pages.map(ways));
	await server.restart(async () => {
		await expect.poll(lines).toEqual([false, false, false]);
		const before = await heard();
		// However long the machine takes: sound goes on, between browsers, with nobody at the line.
		await expect
			.poll(async () => Math.min(...(await heard()).map((now, index) => now - (before[index] ?? 0))))
			.toBeGreaterThan(20);
		expect(await lines()).toEqual([false, false, false]);
	});
	const back = Date.now();
	await expect.poll(lines, { intervals: [50] }).toEqual([true, true, true]);
	console.log(`signalling restarted: everyone is registered again after ${Date.now() - back} ms`);
	await people.everyoneSeesEveryone();
	expect(await Promise.all(people.pages.map(ways))).toEqual(links);

	const foreign = people.asked.filter((url) => new URL(url).host !== `localhost:${server.port}`);
	expect(foreign).toEqual([]);
});

test('a face is shown as soon as its link is there, and not when the link is next looked at', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	for (const index of [0, 1]) {
		const page = await people.open(browser, index);
		// The look at the links, which tells the others anew what reaches me, never comes.
		await page.evaluate((everyMs) => {
			const start = window.setInterval.bind(window);
			const withoutLooks = (work: () => void, ms: number) => (ms === everyMs ? 0 : start(work, ms));
			Object.assign(window, { setInterval: withoutLooks });
		}, SAMPLE_EVERY_MS);
		await joinWithAll(page);
	}
	await people.everyoneSeesEveryone();
});

test('S07 the facilitator turns a microphone and a picture off at once, and neither comes on again by itself', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	const ana = await people.open(browser, 1);
	await joinWithAll(dana);
	await joinWithAll(ana);
	await people.everyoneSeesEveryone();
	const { person } = people.people[1] as { person: PersonId };

	/** Changes Ana's seat for everyone, and looks once her page and Dana's have been painted. */
	const change = async (changed: object) => {
		const looks = people.pages.map((page) =>
			page.evaluate(
				async ([id, to]) => {
					window.seats.change(id, to);
					await new Promise(requestAnimationFrame);
					const { microphone, camera, preview } = window.call.own;
					const isShown = document.querySelector(`[data-person="${id}"] video`) !== null;
					return { microphone, camera, preview: preview !== null, isShown };
				},
				[person, changed] as const
			)
		);
		const [atDana, atAna] = await Promise.all(looks);
		return { atDana, atAna };
	};
	expect((await change({ mutes: 1 })).atAna).toMatchObject({ microphone: false, camera: true });
	await expect(ana.getByRole('button', { name: 'Mic' })).toHaveAttribute('aria-pressed', 'false');
	const stopped = await change({ pictureStopped: true });
	expect(stopped.atDana).toMatchObject({ isShown: false });
	expect(stopped.atAna).toMatchObject({ microphone: false, camera: false, preview: false });
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');

	await change({ pictureStopped: false });
	await ana.waitForTimeout(1_000);
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
	await ana.getByRole('button', { name: 'Camera' }).click();
	await people.seesMore(0, 1);
});

test('S20 camera and microphone are off after a reload, and the others are linked with anew', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	const ana = await people.open(browser, 1);
	await joinWithAll(dana);
	await joinWithAll(ana);
	await people.everyoneSeesEveryone();

	await ana.addInitScript(() => {
		const { mediaDevices } = navigator;
		const asked = (window as unknown as { asked: number }) ?? {};
		asked.asked = 0;
		const open = mediaDevices.getUserMedia.bind(mediaDevices);
		mediaDevices.getUserMedia = (constraints) => {
			asked.asked += 1;
			return open(constraints);
		};
	});
	await ana.reload();
	await ana.evaluate(() => window.call.join({ means: 'video', microphone: false, camera: false }));
	await people.seesMore(1, 0);
	await expect(ana.getByRole('button', { name: 'Mic' })).toHaveAttribute('aria-pressed', 'false');
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
	expect(await ana.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
});

test('links are found anew while the pictures go on, even when both sides begin at once', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	for (const index of [0, 1]) await joinWithAll(await people.open(browser, index));
	await people.everyoneSeesEveryone();
	const connections = await Promise.all(
		people.pages.map((page) => page.evaluate(() => window.connections.length))
	);
	for (const _time of [1, 2, 3]) {
		const before = await ways(people.pages[0] as Page);
		await Promise.all(people.pages.map((page) => page.evaluate(() => window.call.line.transport?.restart())));
		await people.everyoneSeesEveryone();
		await expect(async () => {
			const [dana, ana] = (await Promise.all(people.pages.map(ways))).flat();
			expect(dana).toEqual({ mine: ana?.theirs, theirs: ana?.mine, settled: true });
			// Found anew, and on the same connection: nothing was hung up and made again.
			expect(dana?.mine).not.toBe(before[0]?.mine);
			expect(dana?.theirs).not.toBe(before[0]?.theirs);
		}).toPass({ timeout: 60_000 });
	}
	const made = await Promise.all(people.pages.map((page) => page.evaluate(() => window.connections.length)));
	expect(made).toEqual(connections);
	for (const page of people.pages) {
		expect(await page.evaluate(() => [...window.call.links.peers.values()].map(({ link }) => link))).toEqual([
			'connected'
		]);
	}
});

test('another microphone is chosen in the call, and text only is one step back and forth', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	const ana = await people.open(browser, 1);
	await joinWithAll(dana);
	await joinWithAll(ana);
	await people.everyoneSeesEveryone();

	const microphones = ana.getByRole('combobox', { name: 'Microphone' });
	await microphones.selectOption({ index: 1 });
	await expect.poll(() => ana.evaluate(() => window.call.own.microphone)).toBe(true);
	await people.isHeardAndSeen(1);

	await ana.evaluate(() => window.call.setMeans('text'));
	await expect.poll(() => dana.evaluate(() => window.call.links.peers.size)).toBe(0);
	await ana.evaluate(() => window.call.setMeans('video'));
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
	await ana.getByRole('button', { name: 'Camera' }).click();
	await people.seesMore(0, 1);
});

test('R36 who is removed is silent for everyone at once', async ({ browser }) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	await joinWithAll(dana);
	await joinWithAll(await people.open(browser, 1));
	await people.everyoneSeesEveryone();
	const { person } = people.people[1] as { person: PersonId };
	const began = Date.now();
	server.remove(people.session, person);
	await expect.poll(() => dana.evaluate(() => window.call.links.peers.size), { intervals: [50] }).toBe(0);
	console.log(`removed: nothing of her reaches the others after ${Date.now() - began} ms`);
	await expect.poll(() => people.pages[1]?.evaluate(() => window.call.line.state)).toBe('refused');
	expect(await people.pages[1]?.evaluate(() => window.call.own.preview)).toBe(null);
});

test('R36 who only looks on sees the others and sends nothing, whichever side calls, and whatever they ask for', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana', 'Olga']);
	const { person } = people.people[2] as { person: PersonId };
	server.observers.add(person);
	for (const index of [0, 1, 2]) {
		await people.open(browser, index);
		await people.pages[index]?.evaluate((id) => window.seats.change(id, { place: 'observer' }), person);
	}
	const [dana, ana, olga] = people.pages as [Page, Page, Page];
	for (const page of [dana, ana]) await joinWithAll(page);
	await olga.evaluate(() => {
		const { mediaDevices } = navigator;
		mediaDevices.getUserMedia = () => Promise.reject(new Error('Nobody asked for a device.'));
	});
	// Who calls is by chance: each coming throws it anew.
	for (let time = 0; time < 3; time++) {
		await joinWithAll(olga);
		await Promise.all([people.seesMore(2, 0), people.seesMore(2, 1)]);
		await olga.getByRole('button', { name: 'Mic' }).click();
		await olga.getByRole('button', { name: 'Camera' }).click();
		await olga.evaluate(() => window.call.setMeans('voice'));
		expect(await olga.evaluate(() => window.call.means)).toBe('listening');
		expect(await olga.evaluate(() => [window.call.own.microphone, window.call.own.camera])).toEqual([
			false,
			false
		]);
		const agreed = await olga.evaluate(() =>
			window.connections
				.filter(({ connectionState }) => connectionState === 'connected')
				.map((one) => one.getTransceivers().map(({ currentDirection }) => currentDirection))
		);
		expect(agreed).toEqual([
			['recvonly', 'recvonly', 'recvonly'],
			['recvonly', 'recvonly', 'recvonly']
		]);
		await olga.evaluate(() => window.call.leave());
	}
	expect(server.audited.filter(({ person: by }) => by === person)).toEqual([]);
});

test('a newer tab takes over, the older rests and can take it back with its devices off', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	const ana = await people.open(browser, 1);
	await joinWithAll(dana);
	await joinWithAll(ana);
	await people.everyoneSeesEveryone();
	const second = await ana.context().newPage();
	await second.goto(ana.url());
	await second.evaluate(() => window.call.join({ means: 'video', microphone: false, camera: false }));
	await expect(ana.getByText('You are in this room in another tab.')).toBeVisible();
	await ana.getByRole('button', { name: 'Go on here' }).click();
	await expect.poll(() => ana.evaluate(() => window.call.line.state)).toBe('open');
	await expect(second.getByText('You are in this room in another tab.')).toBeVisible();
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
});
