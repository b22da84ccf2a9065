import { untrack } from 'svelte';
import { canShowScreen } from '#lib/call/capture.ts';
import { CallSession } from '#lib/call/call-session.svelte.ts';
import { comesTo } from '#lib/call/comes-to.ts';
import { fetchTicket } from '#lib/call/fetch-ticket.ts';
import type { Faces } from '#lib/call/gaze.svelte.ts';
import type { Joining } from '#lib/call/joining.ts';
import type { DocumentId } from '#lib/domain/ids.ts';
import type { Means } from '#lib/domain/room.ts';
import { DocumentConnection } from '#lib/room/document-connection.svelte.ts';
import { LiveSession } from '#lib/room/live-session.svelte.ts';
import { RoomPresence } from '#lib/room/room-presence.svelte.ts';
import { openUnsentStore, type UnsentStore } from '#lib/room/unsent-store.ts';
import { ServerClock } from '#lib/room/server-clock.svelte.ts';
import { reportCallTimes } from './call-report.ts';
import { atEntry, withEverythingOff } from './devices-at-entry.ts';
import { keepMeans, keptMeans } from './kept-means.ts';
import { tabStorage } from '#lib/room/tab-storage.ts';
import { OwnMeans } from './own-means.svelte.ts';
import { NOBODY, type RoomCall } from './room-call.ts';
import type { RoomFacts } from './room-facts.ts';
import { reportSpeaking } from './speaking-time.ts';

const SIGNED_OUT = 401;
/** By now the page has opened the documents that it shows. */
const OPENING_MS = 5_000;
/** Nothing is on before the person turns it on, in this page. */
const EVERYTHING_OFF: Joining = { means: 'video', microphone: false, camera: false };

/** A person's live session with its call: what this page holds on to. */
export class JoinedRoom implements RoomCall {
	readonly live: LiveSession;
	readonly session: CallSession;
	readonly #unsent: UnsentStore | undefined;
	readonly #sendingKept: ReturnType<typeof setTimeout>;
	readonly #iLead: boolean;
	readonly looksOn: boolean;
	readonly #means: OwnMeans;
	#joining: Joining = EVERYTHING_OFF;

	/** Opens what the page needs; on one's own device, the store that keeps unsent words over a reload (R43). */
	static async open(facts: RoomFacts): Promise<JoinedRoom> {
		// Some browsers keep nothing, in a private window for one: then the page asks before it goes.
		const unsent = facts.ownDevice
			? await openUnsentStore(facts.me.person).catch(() => undefined)
			: undefined;
		return new JoinedRoom(facts, unsent);
	}

	private constructor(facts: RoomFacts, unsent: UnsentStore | undefined) {
		this.#unsent = unsent;
		const { id } = facts.session;
		const clock = new ServerClock();
		clock.learn(facts.standing.now, clock.now());
		this.#iLead = facts.iLead;
		this.looksOn = facts.me.place === 'observer';
		const isSignedIn = async () => (await fetch(`/sessions/${id}/standing`)).status !== SIGNED_OUT;
		const opened: DocumentId[] = [];
		const open = (document: DocumentId) => {
			opened.push(document);
			return new DocumentConnection({ url: location.origin, document, isSignedIn, unsent });
		};
		this.live = new LiveSession({ session: id, me: facts.me.person, clock, open });
		this.#sendingKept = setTimeout(() => void this.#sendKept(opened, open), OPENING_MS);
		this.session = new CallSession({
			me: facts.me.person,
			session: id,
			ticket: () => fetchTicket(id),
			seats: () => this.live.inRoom?.state.seats ?? [],
			others: () => this.#presence?.byPerson ?? NOBODY,
			screen: {
				show: async () => void (await this.live.command('show-screen', {})),
				// Whoever is out of the room shows nothing any more.
				putAway: () =>
					void this.live.command('put-screen-away', { person: facts.me.person }).catch(() => undefined)
			},
			means: (means) => void this.#means.change(means)
		});
		const storage = tabStorage();
		this.#means = new OwnMeans({
			kept: keptMeans(id, storage),
			looksOn: this.looksOn,
			keep: (means) => keepMeans(id, means, storage),
			tell: (means) => this.live.command('set-means', { means })
		});
	}

	/** What an earlier page kept of documents that this one does not show is sent all the same. */
	async #sendKept(
		opened: readonly DocumentId[],
		open: (document: DocumentId) => DocumentConnection
	): Promise<void> {
		for (const document of (await this.#unsent?.documents()) ?? []) {
			if (opened.includes(document)) continue;
			const connection = open(document);
			await connection.keptLookedFor;
			this.live.documents.adopt(connection);
		}
	}

	readonly #presence = $derived.by(() => {
		const room = this.live.inRoom?.room;
		return room ? new RoomPresence(() => room.awareness) : null;
	});

	/** Whether unsent words outlive this page, as it is now. */
	keepsUnsent(): boolean {
		return this.#unsent?.isSettled ?? false;
	}

	/** Keeps what was chosen in the lobby. */
	remember(joining: Joining): void {
		this.#joining = atEntry(joining, this.#iLead);
		this.#means.begin(joining.means);
	}

	/** Takes part in the call for as long as the room is on the screen; the room may come back. */
	enter(): () => void {
		const joining = { ...this.#joining, means: untrack(() => this.means) };
		this.#joining = withEverythingOff(joining);
		untrack(() => void this.session.join(joining));
		const stopReporting = reportSpeaking(
			() => this.session.own.speaking,
			(ms) => this.live.command('report-speech', { ms })
		);
		const stopTimes = reportCallTimes(
			() => comesTo(this.session),
			(times) => this.live.command('report-call', times)
		);
		return () => {
			stopTimes();
			stopReporting();
			this.session.leave();
		};
	}

	/** Tells the room how my devices are, whenever that changes. */
	tellDevices(): void {
		this.#presence?.say(this.session.presence);
	}

	mediaOf = (person: Parameters<RoomCall['mediaOf']>[0]) => this.session.presenceOf(person);

	get microphone(): boolean {
		return this.session.own.microphone;
	}

	get camera(): boolean {
		return this.session.own.camera;
	}

	get means(): Means {
		return this.#means.now;
	}

	get selfHidden(): boolean {
		return this.session.selfHidden;
	}

	set selfHidden(hidden: boolean) {
		this.session.selfHidden = hidden;
	}

	readonly canShowScreen = canShowScreen();

	get faces(): Faces {
		return this.session.links.gaze.faces;
	}

	set faces(faces: Faces) {
		this.session.links.gaze.faces = faces;
	}

	showScreen(): void {
		void this.session.showScreen();
	}

	toggleMicrophone(): void {
		void this.session.toggleMicrophone();
	}

	toggleCamera(): void {
		void this.session.toggleCamera();
	}

	holdToTalk(held: boolean): void {
		void this.session.setMicrophone(held);
	}

	setMeans(means: Means): void {
		if (this.live.inRoom) void this.session.setMeans(means);
		else void this.#means.change(means);
	}

	silence(): void {
		this.session.leave();
	}

	end(): void {
		clearTimeout(this.#sendingKept);
		this.session.leave();
		this.live.close();
	}
}
