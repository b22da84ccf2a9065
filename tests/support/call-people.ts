import type { Browser, Page } from '@playwright/test';
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

/** People in one room, each with a browser context of their own. */
export class CallPeople {
	readonly session: SessionId = newId();
	readonly people: { person: PersonId; name: string }[];
	readonly pages: Page[] = [];
	/** Every address that any page asked for. */
	readonly asked: string[] = [];
	/** The way by which somebody reaches the server, when it is not the straight one. */
	readonly links = new Map<number, BadLink>();
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

	async open(browser: Browser, index: number, view = 'call'): Promise<Page> {
		const { person } = this.people[index] as { person: PersonId };
		const origin = `http://localhost:${this.links.get(index)?.pagesPort ?? this.#server.port}`;
		const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
		await context.addCookies([{ name: 'person', value: person, url: origin }]);
		await watchMedia(context);
		const page = await context.newPage();
		page.on('request', (request) => this.asked.push(request.url()));
		page.on('websocket', (socket) => this.asked.push(socket.url()));
		const query = new URLSearchParams({
			me: person,
			session: this.session,
			seats: JSON.stringify(this.seats),
			view
		});
		await page.goto(`${origin}/?${query.toString()}`);
		this.pages.push(page);
		return page;
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

/** How many pictures of a person have been painted on a page. */
export function framesOf(page: Page, person: PersonId): Promise<number> {
	return page.evaluate((id) => {
		const video = document.querySelector<HTMLVideoElement>(`[data-person="${id}"] video`);
		return video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
	}, person);
}
