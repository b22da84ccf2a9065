import { expect, type Page, test } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import { deskDocument } from '../../src/lib/domain/room.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import type { ArriveInput, StandingReply } from '../../src/lib/protocol/commands.ts';
import { type Demo, signedIn, startDemo } from '../support/demo.ts';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { synced } from '../support/stock-client.ts';

/** Programs that are not ours, against the product as it is started: with a person's cookie and our Origin, and nothing else. */

let demo: Demo;
const providers: WebsocketProvider[] = [];
test.beforeAll(async () => {
	demo = await startDemo();
});
test.afterAll(everyoneLeaves);
test.afterAll(async () => {
	for (const provider of providers) provider.destroy();
	await demo.process.stop();
});

test('P01 P03 R61 a stock WebsocketProvider syncs a member’s own document, is refused at every other, and is let go when Hearth stops', async ({
	browser
}) => {
	const [dana, ana, ben] = await Promise.all(
		['Dana', 'Ana', 'Ben'].map((name) => signedIn(browser, demo, name))
	);
	const led = (await arrive(dana!)).documents!;
	const waiting = await arrive(ana!);
	const others = await arrive(ben!);

	await test.step('S20 before admission they have their own door alone', async () => {
		await synced(await stock(ana!, waiting.door!));
		expect(waiting.documents).toBeNull();
		expect(await codeAt(ana!, led.room)).toBe(CLOSE.NOT_FOUND);
	});

	const desk = await stock(dana!, led.desk!);
	await synced(desk);
	for (const person of deskDocument(desk.doc).waiting.keys()) await tell(dana!, 'commands/admit', { person });
	const mine = (await standing(ana!)).documents!;
	const theirs = (await standing(ben!)).documents!;

	await test.step('what they write is there for the next', async () => {
		const first = await stock(ana!, mine.own);
		await synced(first);
		first.doc.getText('words').insert(0, 'Mine.');
		await expect
			.poll(async () => {
				const second = await stock(ana!, mine.own);
				await synced(second);
				return second.doc.getText('words').toJSON();
			})
			.toBe('Mine.');
	});

	await test.step('whose it is not, to them it is nowhere', async () => {
		await synced(await stock(ana!, mine.room));
		const foreign = [led.desk!, led.own, theirs.own, theirs.line!, others.door!, newId<'document'>()];
		for (const document of foreign) expect(await codeAt(ana!, document)).toBe(CLOSE.NOT_FOUND);
	});

	await test.step('it says that it is well', async () => {
		const health = await fetch(`${demo.url}/healthz`);
		expect(health.status).toBe(200);
		expect(await health.json()).toEqual({
			...{ status: 'ok', ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
			checks: { database: true, keys: true }
		});
	});

	await test.step('asked to stop, it drains and ends', async () => {
		const open = providers.filter(({ wsconnected }) => wsconnected);
		expect(open.length).toBeGreaterThan(2);
		for (const provider of open) provider.shouldConnect = false;
		const codes = Promise.all(open.map(closed));
		// One that did not drain in time would end with 1.
		expect(await demo.process.stop()).toBe(0);
		expect(await codes).toEqual(open.map(() => CLOSE.RESTARTING));
	});
});

const about = (page: Page, what: string) => ({
	url: `${demo.url}/sessions/${demo.session}/${what}`,
	headers: { Origin: new URL(page.url()).origin }
});

async function standing(page: Page): Promise<StandingReply> {
	const { url } = about(page, 'standing');
	return (await (await page.request.get(url)).json()) as StandingReply;
}

async function tell<Reply>(page: Page, what: string, data: object): Promise<Reply> {
	const { url, headers } = about(page, what);
	const answer = await page.request.post(url, { data, headers: { ...headers, 'Idempotency-Key': newId() } });
	expect(answer.status(), await answer.text()).toBe(200);
	return (await answer.json()) as Reply;
}

async function arrive(page: Page): Promise<StandingReply> {
	const { lastCard: card } = await standing(page);
	const input: ArriveInput = { card, means: 'text', consent: CONSENT_VERSION };
	return tell<StandingReply>(page, 'arrive', input);
}

async function stock(page: Page, document: string): Promise<WebsocketProvider> {
	const cookies = await page.context().cookies();
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const { headers } = about(page, '');
	class BrowserSocket extends WebSocket {
		constructor(url: string | URL) {
			super(url, { origin: headers.Origin, headers: { cookie } });
		}
	}
	const provider = new WebsocketProvider(`${demo.url.replace('http', 'ws')}/sync`, document, new Y.Doc(), {
		disableBc: true,
		WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket
	});
	providers.push(provider);
	return provider;
}

/** The code with which a document closes. */
async function codeAt(page: Page, document: string): Promise<number> {
	const provider = await stock(page, document);
	const code = await closed(provider);
	provider.destroy();
	return code;
}

function closed(provider: WebsocketProvider): Promise<number> {
	return new Promise((resolve) => {
		provider.once('connection-close', (event: { code: number } | null) => resolve(event?.code ?? 0));
	});
}
