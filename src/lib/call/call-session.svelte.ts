import { untrack } from 'svelte';
import type { PersonId } from '#lib/domain/ids.ts';
import { type Means, meansOfObserver, type Seat } from '#lib/domain/room.ts';
import { Absence } from './absence.ts';
import { Brakes } from './brakes.ts';
import { CallCode } from './call-code.svelte.ts';
import { CallLine } from './call-line.svelte.ts';
import { CallLinks } from './call-links.svelte.ts';
import { CallTransport } from './call-transport.ts';
import type { Joining } from './joining.ts';
import { startPulse } from './call-pulse.ts';
import type { CallOptions } from './call-options.ts';
import {
	cutOffNotice,
	linkNotice,
	lostNotice,
	NOTICES,
	troubleNotice,
	type CallNotice
} from './call-notice.ts';
import { Isolation } from './isolation.ts';
import { permissionHelp } from './permission-help.ts';
import type { MediaPresence } from '#lib/room/media-presence.ts';
import { wordsFor } from '#lib/room/read-refusal.ts';
import type { MediaTransport } from './media-transport.ts';
import { OwnMedia } from './own-media.svelte.ts';
import { loadPeerJs } from './peerjs.ts';
import { OwnScreen } from './own-screen.svelte.ts';

/** My part in the call: my devices, what is sent to whom, and what reaches me. */
export class CallSession {
	readonly me: PersonId;
	readonly own: OwnMedia;
	readonly ownScreen: OwnScreen;
	readonly line: CallLine;
	readonly links: CallLinks;
	readonly code: CallCode;
	means = $state<Means>('text');
	selfHidden = $state(false);
	speakerId = $state<string | null>(null);
	/** My voice and picture reach nobody, although somebody is there. */
	#isCutOff = $state(false);
	#told = $state.raw<CallNotice | null>(null);
	readonly #options: CallOptions;
	#ends: (() => void)[] = [];
	/** Rises with each coming and going. */
	#turn = 0;

	constructor(options: CallOptions) {
		const { me, seats, ticket, transport = (events) => new CallTransport(events) } = options;
		this.#options = options;
		this.me = me;
		this.code = new CallCode(me, options.session);
		this.own = new OwnMedia({
			send: (kind, track) => this.line.transport?.setTrack(kind, track),
			trouble: (trouble) => (this.#told = troubleNotice(trouble, () => permissionHelp(navigator.userAgent))),
			lost: (kind, why) => (this.#told = lostNotice({ kind, why }, () => void this.#use(kind)))
		});
		this.ownScreen = new OwnScreen({
			...options.screen,
			send: (track) => this.line.transport?.setTrack('screen', track),
			stopped: (why) => (this.#told = why === 'failed' ? NOTICES.screenFailed : NOTICES.screenStopped),
			refused: (error) => (this.#told = { text: wordsFor(error), tone: 'calm' })
		});
		this.links = new CallLinks({
			seats,
			means: () => this.means,
			showsFace: () => this.own.camera && !this.pictureStopped,
			showsScreen: () => this.ownScreen.on,
			proof: () => this.code.proof,
			speakerId: () => this.speakerId
		});
		this.line = new CallLine({
			ticket,
			make: transport,
			events: this.links.events,
			opened: () => {
				this.own.sendAgain();
				this.ownScreen.sendAgain();
			},
			ended: (words) => {
				this.own.end();
				this.ownScreen.end();
				this.links.end();
				if (words) this.#told = { text: words, tone: 'warn' };
			}
		});
	}

	/** What the room's presence says of me. */
	readonly presence: MediaPresence = $derived.by(() => ({
		microphone: this.own.microphone,
		camera: this.own.camera,
		means: this.means
	}));

	readonly pictureStopped: boolean = $derived.by(() => this.#mySeat()?.pictureStopped ?? false);

	readonly notice: CallNotice | null = $derived.by(() => {
		if (this.#isCutOff && this.means !== 'text') return cutOffNotice(() => void this.setMeans('text'));
		const automatic = this.means === 'text' ? null : this.links.automatic(this.own.camera);
		return automatic ? linkNotice(automatic, () => this.links.tryAgain()) : this.#told;
	});

	presenceOf(person: PersonId): MediaPresence | null {
		return person === this.me ? this.presence : (this.#options.others().get(person) ?? null);
	}

	/** Loads what a call needs while the person waits at the door, so that coming in is quick. No device is touched. */
	prepare(): void {
		// Whoever comes in loads it then, and hears there why it cannot be.
		loadPeerJs().catch(() => undefined);
	}

	/** Enters the call. `microphone` and `camera` may be true only when the person has just chosen so by a tap. */
	async join(joining: Joining): Promise<void> {
		this.leave();
		this.own.microphoneId = joining.microphoneId ?? null;
		this.own.cameraId = joining.cameraId ?? null;
		this.speakerId = joining.speakerId ?? null;
		this.means = this.#fit(joining.means);
		this.#watch();
		const turn = ++this.#turn;
		const connected = this.means === 'text' ? null : this.line.connect();
		if (joining.microphone && this.#mayBeHeard()) await this.setMicrophone(true);
		// Whoever left while the microphone started is not shown.
		if (joining.camera && this.means === 'video' && turn === this.#turn) await this.setCamera(true);
		await connected;
	}

	/** On only from the person's tap or key. */
	async setMicrophone(on: boolean): Promise<void> {
		if (on && this.#looksOn()) return;
		this.#told = null;
		// Who listens sees the others already; who was there in text alone may be on a line that carries no more.
		if (on && !this.#mayBeHeard()) await this.setMeans(this.means === 'text' ? 'voice' : 'video');
		await this.own.setMicrophone(on);
	}

	/** On only from the person's tap or key. */
	async setCamera(on: boolean): Promise<void> {
		this.#told = on && this.pictureStopped ? NOTICES.pictureStaysStopped : null;
		if (on && (this.pictureStopped || this.#looksOn())) return;
		if (on && this.means !== 'video') await this.setMeans('video');
		await this.own.setCamera(on);
	}

	/** The person's own choice: the ladder may send less than it, never more. */
	async setMeans(means: Means): Promise<void> {
		means = this.#fit(means);
		this.means = means;
		this.#options.means?.(means);
		if (means !== 'video') await this.own.setCamera(false);
		if (!this.#mayBeHeard()) this.own.endMicrophone();
		if (means === 'text') {
			this.ownScreen.end();
			this.line.disconnect();
			this.links.end();
		} else await this.line.connect();
	}

	/** From the person's tap alone. */
	async showScreen(): Promise<void> {
		this.#told = null;
		if (this.means === 'text') await this.setMeans('listening');
		await this.ownScreen.begin();
	}

	toggleMicrophone(): Promise<void> {
		return this.setMicrophone(!this.own.microphone);
	}

	toggleCamera(): Promise<void> {
		return this.setCamera(!this.own.camera);
	}

	chooseSpeaker(id: string): void {
		this.links.playOn((this.speakerId = id));
	}

	dismiss(): void {
		this.#told = null;
	}

	/** Continues here, after a newer tab had taken over; devices stay off until the person turns them on. */
	async comeBack(): Promise<void> {
		this.line.disconnect();
		if (this.means !== 'text') await this.line.connect();
	}

	/** Leaves the call and puts every device away. */
	leave(): void {
		this.#turn += 1;
		for (const end of this.#ends.splice(0)) end();
		this.own.end();
		this.ownScreen.end();
		this.line.disconnect();
		this.links.end();
	}

	#watch(): void {
		const absence = new Absence(Date.now());
		const isolation = new Isolation();
		const brakes = new Brakes(this.#mySeat());
		const effects = $effect.root(() => {
			$effect(() => {
				const seat = this.#mySeat();
				untrack(() => {
					this.#heed(brakes, seat);
					this.ownScreen.follow(seat);
				});
			});
			$effect(() => this.#withTransport((transport) => this.links.apply(transport)));
		});
		const pulse = startPulse({
			beat: () => this.#beat(absence, isolation),
			sample: () => this.#withTransport((transport) => void this.#sample(transport)),
			goodbye: () => this.leave()
		});
		this.#ends.push(effects, pulse);
	}

	async #sample(transport: MediaTransport): Promise<void> {
		await this.code.look(transport, this.links.peers);
		await this.links.sample(transport);
	}

	#heed(brakes: Brakes, seat: Seat | undefined): void {
		const { microphone, camera, starting } = this.own;
		const on = {
			microphone: microphone || starting === 'microphone',
			camera: camera || starting === 'camera'
		};
		const off = brakes.heed(seat, on);
		if (off?.microphone) this.own.endMicrophone();
		if (off?.camera) void this.own.setCamera(false);
		if (off) this.#told = off.notice;
	}

	#beat(absence: Absence, isolation: Isolation): void {
		const now = Date.now();
		const hidden = document.visibilityState === 'hidden';
		const cutOff = this.line.state === 'away' && !this.links.anyConnected;
		if (absence.beat(now, { hidden, cutOff })) this.#comeBackOff();
		this.links.beat(now, hidden);
		const reachesNobody =
			!this.links.anyConnected && (this.links.peers.size > 0 || this.line.state === 'away');
		this.#isCutOff = isolation.hear(now, this.means !== 'text' && reachesNobody);
		this.#withTransport((transport) => this.links.hearLevels(transport.loudness(), now));
		this.own.hearMyself(now);
	}

	#comeBackOff(): void {
		if (this.own.microphone || this.own.camera) this.#told = NOTICES.wereAway;
		this.own.end();
		this.ownScreen.end();
		this.#withTransport((transport) => transport.restart());
	}

	#use(kind: 'microphone' | 'camera'): Promise<void> {
		this.own.forget(kind);
		return kind === 'camera' ? this.setCamera(true) : this.setMicrophone(true);
	}

	#withTransport(act: (transport: MediaTransport) => void): void {
		if (this.line.transport) act(this.line.transport);
	}

	/** Whoever only looks on sends nothing: neither by a tap nor by a key. */
	#looksOn(): boolean {
		return this.#mySeat()?.place === 'observer';
	}

	#fit(means: Means): Means {
		return this.#looksOn() ? meansOfObserver(means) : means;
	}

	#mayBeHeard(): boolean {
		return this.means === 'video' || this.means === 'voice';
	}

	#mySeat(): Seat | undefined {
		return this.#options.seats().find(({ person }) => person === this.me);
	}
}
