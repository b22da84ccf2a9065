import { expect, test, type Page } from '@playwright/test';
import { RUNGS } from '../../src/lib/call/rungs.ts';
import { CallPeople } from '../support/call-people.ts';
import { startCallServer } from '../support/call-server.ts';
import { count } from '../support/counted-media.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

/** A device in trouble during a call: a slow phone, and a camera or microphone that is pulled out. */

let server: SignalHarness;
let people: CallPeople;
let dana: Page;
let ana: Page;

test.beforeAll(async () => {
	server = await startCallServer();
});
test.afterAll(everyoneLeaves);
test.afterAll(() => server.close());

test.beforeEach(async ({ browser }) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	[dana, ana] = [await people.open(browser, 0), await people.open(browser, 1)];
	await ana.evaluate(() => {
		const { mediaDevices } = navigator;
		const open = mediaDevices.getUserMedia.bind(mediaDevices);
		const opened: MediaStreamTrack[] = [];
		Object.assign(window, { opened });
		mediaDevices.getUserMedia = async (asked) => {
			const stream = await open(asked);
			opened.push(...stream.getTracks());
			return stream;
		};
	});
	for (const page of people.pages) {
		await page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));
	}
	await people.everyoneSeesEveryone(3);
});
test.afterEach(async ({ browserName: _any }, { status, expectedStatus }) => {
	if (status !== expectedStatus) console.log((await people.report()).join('\n'));
	await people.close();
});

/** What arrives at Dana within a while, once what was on its way has. */
const arriving = async () => {
	const before = await count(dana);
	await dana.waitForTimeout(1_500);
	const after = await count(dana);
	return { voice: after.voice - before.voice, frames: after.frames - before.frames };
};

for (const { kind, button, track, stays } of [
	{ kind: 'camera', button: 'Camera', track: 'video', stays: 'microphone' },
	{ kind: 'microphone', button: 'Mic', track: 'audio', stays: 'camera' }
] as const) {
	test(`S20 a ${kind} that is pulled out is off, its person is told kindly, nothing of it is sent, and one tap takes another`, async () => {
		const devices = () =>
			ana.evaluate(() => ({ microphone: window.call.own.microphone, camera: window.call.own.camera }));
		await ana.evaluate((which) => {
			const { opened } = window as unknown as { opened: MediaStreamTrack[] };
			const pulled = opened.filter((one) => one.kind === which);
			if (pulled.length === 0) throw new Error('nothing to pull out');
			for (const one of pulled) one.dispatchEvent(new Event('ended'));
		}, track);
		await expect(ana.getByRole('button', { name: button, exact: true })).toHaveAttribute(
			'aria-pressed',
			'false'
		);
		await expect(ana.getByText(`Your ${kind} is gone, perhaps unplugged. It is off.`)).toBeVisible();
		const nothing = kind === 'camera' ? 'frames' : 'voice';
		await expect.poll(async () => (await arriving())[nothing], { timeout: 60_000 }).toBe(0);
		// Plugged in again, it still is: only a tap turns it on.
		await ana.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
		expect((await arriving())[nothing]).toBe(0);
		expect(await devices()).toEqual({ [kind]: false, [stays]: true });

		await ana.getByRole('button', { name: `Use another ${kind}` }).click();
		await expect.poll(async () => (await arriving())[nothing], { timeout: 120_000 }).toBeGreaterThan(0);
		expect(await devices()).toEqual({ microphone: true, camera: true });
	});
}

test('a phone with a sixth of its speed takes smaller pictures, step by step, and voices stay', async () => {
	await ana.setViewportSize({ width: 390, height: 844 });
	// A page with something to do, as a board has: a quarter of the time, and at a sixth of the speed more than all.
	await ana.evaluate(() => {
		const [WORK_MS, EVERY_MS] = [60, 250];
		const work = (rounds: number) => {
			const began = performance.now();
			let sum = 0;
			for (let round = 0; round < rounds; round++) sum += Math.sqrt(round);
			return sum > 0 ? performance.now() - began : 0;
		};
		let rounds = 1_000_000;
		// The quickest of three: what else the machine does is none of the page's work.
		while (Math.min(work(rounds), work(rounds), work(rounds)) < WORK_MS) rounds *= 1.5;
		setInterval(() => work(rounds), EVERY_MS);
	});
	const session = await ana.context().newCDPSession(ana);
	await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
	const steps: string[] = [];
	const taking = async () => {
		const rung = await ana.evaluate(() => window.call.links.taking);
		if (steps.at(-1) !== rung) steps.push(rung);
		return RUNGS.indexOf(rung);
	};
	const small = RUNGS.indexOf('180p');
	await expect.poll(taking, { timeout: 180_000, intervals: [250] }).toBeGreaterThanOrEqual(small);
	await expect(ana.getByText(/^Your device has much to do, so/)).toBeVisible();
	console.log(`a sixth of the speed: ${steps.join(' → ')}`);
	// Dana heeds it: what reaches the phone is small, or stands still, and her voice goes on.
	await expect.poll(async () => (await count(ana)).height, { timeout: 60_000 }).toBeLessThanOrEqual(270);
	const asked = await dana.evaluate(() => [...window.call.links.peers.values()][0]?.note?.most ?? '360p');
	expect(RUNGS.indexOf(asked)).toBeGreaterThanOrEqual(small);
	const { voice } = await count(ana);
	await expect.poll(async () => (await count(ana)).voice, { timeout: 60_000 }).toBeGreaterThan(voice + 20);
	expect(await ana.evaluate(() => window.call.own.microphone && window.call.own.camera)).toBe(true);
	await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
});
