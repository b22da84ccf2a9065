import { expect, test, type Page } from '@playwright/test';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { CallPeople, framesOf } from '../support/call-people.ts';
import { startCallServer } from '../support/call-server.ts';
import type { SignalHarness } from '../support/signal-harness.ts';

let server: SignalHarness;
let people: CallPeople;

test.beforeAll(async () => {
	server = await startCallServer();
});
test.afterAll(() => server.close());
test.afterEach(async ({ browserName: _any }, { status, expectedStatus }) => {
	if (status !== expectedStatus) console.log((await people.report()).join('\n'));
	await people.close();
});

async function everyoneSeesEveryone(): Promise<void> {
	for (const [index, page] of people.pages.entries()) {
		for (const { person } of others(index)) {
			await expect.poll(() => framesOf(page, person), { timeout: 20_000 }).toBeGreaterThan(10);
		}
	}
}

function others(index: number): { person: PersonId; name: string }[] {
	return people.people.filter((_one, other) => other !== index && other < people.pages.length);
}

async function frames(): Promise<number[]> {
	const counts = people.pages.flatMap((page, index) =>
		others(index).map(({ person }) => framesOf(page, person))
	);
	return Promise.all(counts);
}

const joinWithAll = (page: Page) =>
	page.evaluate(() => window.call.join({ means: 'video', microphone: true, camera: true }));

test('three people see and hear each other, a restart of signalling costs no picture, and no third party is asked', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana', 'Ben']);
	for (const index of [0, 1, 2]) await joinWithAll(await people.open(browser, index));
	await everyoneSeesEveryone();
	for (const page of people.pages) {
		await expect(page.getByText('The group hears and sees you.')).toBeVisible({ timeout: 15_000 });
	}

	const before = await frames();
	await server.restart(2_000);
	const after = await frames();
	// Two seconds without a server: the pictures went on at their pace all the while.
	for (const [index, count] of after.entries()) expect(count - (before[index] ?? 0)).toBeGreaterThan(10);
	for (const page of people.pages) {
		await expect.poll(() => page.evaluate(() => window.call.line.state), { timeout: 4_000 }).toBe('open');
	}
	const later = await frames();
	for (const [index, count] of later.entries()) expect(count).toBeGreaterThan(after[index] ?? 0);

	const foreign = people.asked.filter((url) => new URL(url).host !== `localhost:${server.port}`);
	expect(foreign).toEqual([]);
});

test('S07 the facilitator turns a microphone and a picture off at once, and neither comes on again by itself', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	const ana = await people.open(browser, 1);
	await joinWithAll(dana);
	await joinWithAll(ana);
	await everyoneSeesEveryone();
	const { person } = people.people[1] as { person: PersonId };

	const change = (changed: object) =>
		Promise.all(
			people.pages.map((page) =>
				page.evaluate(([id, to]) => window.seats.change(id, to), [person, changed] as const)
			)
		);
	await change({ mutes: 1 });
	await expect(ana.getByRole('button', { name: 'Mic' })).toHaveAttribute('aria-pressed', 'false', {
		timeout: 1_000
	});
	await change({ pictureStopped: true });
	await expect(dana.locator(`[data-person="${person}"] video`)).toHaveCount(0, { timeout: 1_000 });
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
	expect(await ana.evaluate(() => window.call.own.preview)).toBe(null);

	await change({ pictureStopped: false });
	await ana.waitForTimeout(1_000);
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
	await ana.getByRole('button', { name: 'Camera' }).click();
	const before = await framesOf(dana, person);
	await expect.poll(() => framesOf(dana, person), { timeout: 60_000 }).toBeGreaterThan(before);
});

test('S20 camera and microphone are off after a reload, and the others are linked with anew', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	const ana = await people.open(browser, 1);
	await joinWithAll(dana);
	await joinWithAll(ana);
	await everyoneSeesEveryone();

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
	const dana_ = people.people[0] as { person: PersonId };
	await expect.poll(() => framesOf(ana, dana_.person), { timeout: 15_000 }).toBeGreaterThan(10);
	await expect(ana.getByRole('button', { name: 'Mic' })).toHaveAttribute('aria-pressed', 'false');
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
	expect(await ana.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
});

test('links are found anew while the pictures go on, even when both sides begin at once', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	for (const index of [0, 1]) await joinWithAll(await people.open(browser, index));
	await everyoneSeesEveryone();
	for (const _time of [1, 2, 3]) {
		const before = await frames();
		await Promise.all(people.pages.map((page) => page.evaluate(() => window.call.line.transport?.restart())));
		const least = async () =>
			Math.min(...(await frames()).map((count, index) => count - (before[index] ?? 0)));
		await expect.poll(least, { timeout: 8_000 }).toBeGreaterThan(15);
	}
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
	await everyoneSeesEveryone();
	const { person } = people.people[1] as { person: PersonId };

	const microphones = ana.getByRole('combobox', { name: 'Microphone' });
	await microphones.selectOption({ index: 1 });
	await expect.poll(() => ana.evaluate(() => window.call.own.microphone)).toBe(true);
	await expect(ana.getByText('The group hears and sees you.')).toBeVisible({ timeout: 15_000 });

	await ana.evaluate(() => window.call.setMeans('text'));
	await expect.poll(() => dana.evaluate(() => window.call.links.peers.size), { timeout: 2_000 }).toBe(0);
	await ana.evaluate(() => window.call.setMeans('video'));
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
	await ana.getByRole('button', { name: 'Camera' }).click();
	await expect.poll(() => framesOf(dana, person), { timeout: 15_000 }).toBeGreaterThan(10);
});

test('R36 who is removed is silent for everyone within a second', async ({ browser }) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	await joinWithAll(dana);
	await joinWithAll(await people.open(browser, 1));
	await everyoneSeesEveryone();
	const { person } = people.people[1] as { person: PersonId };
	server.remove(people.session, person);
	await expect.poll(() => dana.evaluate(() => window.call.links.peers.size), { timeout: 1_000 }).toBe(0);
	await expect
		.poll(() => people.pages[1]?.evaluate(() => window.call.line.state), { timeout: 1_000 })
		.toBe('refused');
	expect(await people.pages[1]?.evaluate(() => window.call.own.preview)).toBe(null);
});

test('a newer tab takes over, the older rests and can take it back with its devices off', async ({
	browser
}) => {
	people = new CallPeople(server, ['Dana', 'Ana']);
	const dana = await people.open(browser, 0);
	const ana = await people.open(browser, 1);
	await joinWithAll(dana);
	await joinWithAll(ana);
	await everyoneSeesEveryone();
	const second = await ana.context().newPage();
	await second.goto(ana.url());
	await second.evaluate(() => window.call.join({ means: 'video', microphone: false, camera: false }));
	await expect(ana.getByText('You are in this room in another tab.')).toBeVisible();
	await ana.getByRole('button', { name: 'Go on here' }).click();
	await expect.poll(() => ana.evaluate(() => window.call.line.state)).toBe('open');
	await expect(second.getByText('You are in this room in another tab.')).toBeVisible();
	await expect(ana.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'false');
});
