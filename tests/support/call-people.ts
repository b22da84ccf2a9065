import { expect, type Browser, type Page } from '@playwright/test';
import { newId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import type { Seat } from '../../src/lib/domain/room.ts';
import type { CallSession } from '../../src/lib/call/call-session.svelte.ts';
import type { BadLink } from './bad-link.ts';
import { watchMedia } from './counted-media.ts';
import type { SignalHarness } from './signal-harness.ts';

declare global {
	interface Window {
		call: CallSession;
		seats: { change(person: PersonId, change: Partial<Seat>): void };
	}
}

/** However busy the machine is: pictures that come slowly still come. */
const PATIENCE_MS = 180_000;

/** People in one room, each with a browser context of their own. */
export class CallPeople {
	readonly session: SessionId = newId();
	readonly people: { person: PersonId; name: string }[];
	readonly pages: Page[] = [];
	/** Every address that any page asked for. */
	readonly asked: string[] = [];
	/** The way by which somebody reaches the server, when it is not the straight one. */
	readonly links = new Map<number, BadLink>();
	/** What is done to somebody's page before it opens. */
	readonly prepares = new Map<number, (page: Page) => Promise<void>>();
	readonly #server: SignalHarness;

	constructor(server: SignalHarness, names: string[]) {
		this.#server = server;
		this.people = names.map((name) => ({ person: newId(), name }));
		server.admit(this.session, ...this.people.map(({ person }) => person));
	}

	get seats(): Seat[] {
		return this.people.map(({ person, name }, index) => ({
			person,
			name,
			place: index === 0 ? 'facilitator' : 'member',
			seat: index,
			here: true,
			hand: null,
			pictureStopped: false,
			mutes: 0,
			steppedOut: false
		}));
	}

	/** Where a person finds the call. */
	addressOf(index: number, view = 'call'): string {
		const { person } = this.people[index] as { person: PersonId };
		const query = new URLSearchParams({
			me: person,
			session: this.session,
			seats: JSON.stringify(this.seats),
			view
		});
		const port = this.links.get(index)?.pagesPort ?? this.#server.port;
		return `http://localhost:${port}/?${query.toString()}`;
	}

	async open(browser: Browser, index: number, view = 'call'): Promise<Page> {
		const { person } = this.people[index] as { person: PersonId };
		const address = this.addressOf(index, view);
		const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
		await context.addCookies([{ name: 'person', value: person, url: address }]);
		await watchMedia(context);
		const page = await context.newPage();
		page.on('request', (request) => this.asked.push(request.url()));
		page.on('websocket', (socket) => this.asked.push(socket.url()));
		await this.prepares.get(index)?.(page);
		await page.goto(address);
		this.pages.push(page);
		return page;
	}

	/**
	 * Waits until a page has painted more pictures of a person. On a busy machine the ladder rightly stops pictures
	 * for the voice's sake, so who is to be seen takes the one tap back that every person has.
	 */
	async seesMore(viewer: number, seen: number, more = 10): Promise<void> {
		const { person, name } = this.people[seen] as { person: PersonId; name: string };
		const [page, sender] = [this.pages[viewer], this.pages[seen]] as [Page, Page];
		let last = await framesOf(page, person);
		let painted = 0;
		const look = async () => {
			await tryAgainWhenWeak(sender);
			const now = await framesOf(page, person);
			// A new element counts from nothing.
			painted += now < last ? now : now - last;
			last = now;
			return painted;
		};
		const message = `pictures of ${name}`;
		await expect.poll(look, { timeout: PATIENCE_MS, intervals: [100], message }).toBeGreaterThan(more);
	}

	/** Resolves with how long that took, in ms. */
	async everyoneSeesEveryone(more = 10): Promise<number> {
		const began = Date.now();
		const places = [...this.pages.keys()];
		const pairs = places.flatMap((one) =>
			places.filter((other) => other !== one).map((other) => [one, other])
		);
		await Promise.all(pairs.map(([viewer = 0, seen = 0]) => this.seesMore(viewer, seen, more)));
		return Date.now() - began;
	}

	/** Waits until the others' receipts say so. */
	async isHeardAndSeen(index: number): Promise<void> {
		const page = this.pages[index] as Page;
		const words = page.getByText('The group hears and sees you.');
		const said = async () => {
			await tryAgainWhenWeak(page);
			return words.count();
		};
		await expect.poll(said, { timeout: PATIENCE_MS }).toBe(1);
	}

	/** What each page knows of its links: to be read when a test has failed. */
	report(): Promise<string[]> {
		return Promise.all(
			this.pages.map((page) =>
				page.evaluate(() => {
					const { line, links, own } = window.call;
					const peers = [...links.peers.values()].map((peer) => ({
						...{ link: peer.link, rung: peer.rung, note: peer.note, sample: peer.sample },
						picture: peer.picture?.getTracks().map((track) => `${track.readyState} ${track.muted}`)
					}));
					return JSON.stringify({ line: line.state, camera: own.camera, taking: links.taking, peers });
				})
			)
		);
	}

	async close(): Promise<void> {
		for (const page of this.pages) await page.context().close();
	}
}

function tryAgainWhenWeak(page: Page): Promise<void> {
	return page.evaluate(() => {
		const rungs = [...window.call.links.peers.values()].map(({ rung }) => rung);
		if (rungs.some((rung) => rung === 'still' || rung === 'voice' || rung === 'text'))
			window.call.links.tryAgain();
	});
}

/** How many pictures of a person have been painted on a page. */
export function framesOf(page: Page, person: PersonId): Promise<number> {
	return page.evaluate((id) => {
		const video = document.querySelector<HTMLVideoElement>(`[data-person="${id}"] video`);
		return video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
	}, person);
}
