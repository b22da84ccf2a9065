import type { PersonId } from '#lib/domain/ids.ts';
import type { FromSfu, ToSfu } from '#lib/protocol/sfu-protocol.ts';
import { TRACK_KINDS, type TrackKind } from '#lib/protocol/track-kind.ts';
import { LinkMeter, type LinkSample } from './link-sample.ts';
import type { LinkState, TransportEvents } from './media-transport.ts';
import type { Tracks } from './mesh-link.ts';
import { RUNGS, type Rung } from './rungs.ts';
import { SfuReceiving } from './sfu-receiving.ts';
import { SfuSending } from './sfu-sending.ts';
import { VoiceLevel } from './voice-level.ts';
import { VoicePatience } from './voice-patience.ts';

/** As a link of the mesh is mended, see `mesh-link.ts`. */
const MEND_AFTER_MS = 1_000;
const MEND_EVERY_MS = 2_500;
const MEND_FOR_MS = 20_000;
const BEGIN_AGAIN_MS = 500;

interface SfuOptions {
	config: RTCConfiguration;
	worker: Worker;
	/** Whether anything of mine may ever go out. */
	sends: boolean;
	events: Pick<TransportEvents, 'link' | 'track'>;
	say(message: ToSfu): void;
	personOf(id: string): PersonId | undefined;
}

/** One person as they reach me through the SFU. */
interface Reached {
	id: string;
	state: LinkState;
	tracks: Map<TrackKind, MediaStreamTrack>;
	meter: LinkMeter;
	level: VoiceLevel;
	patience: VoicePatience;
}

/** My media through the SFU: one connection that sends, one that receives. */
export class SfuMedia {
	readonly #options: SfuOptions;
	readonly #reached = new Map<PersonId, Reached>();
	readonly #wanted = new Map<PersonId, Rung>();
	/** Whose pictures I can take and wish to, and who sends me theirs. */
	readonly #takes = new Map<PersonId, boolean>();
	readonly #gives = new Map<PersonId, boolean>();
	#pictures = '';
	/** Who only receives, by their ids. */
	#watchers: readonly string[] = [];
	#tracks: Tracks = { microphone: null, camera: null, screen: null };
	#sending: SfuSending | null = null;
	#receiving: SfuReceiving | null = null;
	#brokenAt = 0;
	#mending: ReturnType<typeof setInterval> | undefined;
	#later: ReturnType<typeof setTimeout> | undefined;
	#isClosed = false;

	constructor(options: SfuOptions, tracks: Tracks) {
		this.#options = options;
		this.#tracks = { ...tracks };
		this.#begin();
	}

	hear(message: FromSfu): void {
		if (this.#isClosed) return;
		if (message.act === 'again') return this.#beginAgain();
		if (message.act === 'watchers') {
			this.#watchers = message.ids;
			return this.#place();
		}
		const done =
			message.act === 'sent'
				? this.#sending?.takeAnswer(message.sdp)
				: this.#receivingNow().take(message.sdp, message.turn, message.places);
		done?.catch(() => this.#beginAgain());
	}

	setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
		this.#tracks[kind] = track;
		this.#send();
	}

	/** What one person is to have of me. All have the same: the most that any of them is to have. */
	setSend(person: PersonId, rung: Rung): void {
		this.#wanted.set(person, rung);
		this.#send();
	}

	takePicture(person: PersonId, takes: boolean): void {
		this.#takes.set(person, takes);
		this.#choosePictures();
	}

	givesPicture(person: PersonId, gives: boolean): void {
		this.#gives.set(person, gives);
		this.#choosePictures();
	}

	reaches(person: PersonId): boolean {
		return this.#reached.has(person);
	}

	renew(iceServers: RTCIceServer[]): void {
		this.#options.config.iceServers = iceServers;
		for (const connection of this.#connections()) {
			connection.setConfiguration({ ...connection.getConfiguration(), iceServers });
		}
	}

	restart(): void {
		this.#sending?.restart();
		if (this.#receiving) this.#options.say({ act: 'restart' });
	}

	async sample(): Promise<Map<PersonId, LinkSample>> {
		const [sent, received] = await Promise.all([
			this.#sending?.connection.getStats(),
			this.#receiving?.connection.getStats()
		]);
		const samples = new Map<PersonId, LinkSample>();
		const screen = this.#sending?.placeOf('screen');
		const mine = sent ? entriesOf(sent).filter(([, { mid }]) => mid !== screen || screen === null) : [];
		for (const [person, { id, meter, patience }] of this.#reached) {
			const places = new Set(
				this.#receiving?.places.filter((one) => one.id === id && one.kind !== 'screen').map(({ mid }) => mid)
			);
			const theirs = (received ? entriesOf(received) : []).filter(
				([, { type, mid }]) => type === 'inbound-rtp' && places.has(String(mid))
			);
			const sample = meter.read(new Map([...mine, ...theirs]) as unknown as RTCStatsReport);
			const voice = this.#receiving?.receiverOf(id, 'microphone');
			if (voice) voice.jitterBufferTarget = patience.hear(sample);
			samples.set(person, sample);
		}
		return samples;
	}

	loudness(): Map<PersonId, number> {
		const now = performance.now();
		return new Map(
			[...this.#reached].map(([person, { id, level }]) => [
				person,
				level.read(this.#receiving?.receiverOf(id, 'microphone'), now)
			])
		);
	}

	close(): void {
		this.#isClosed = true;
		clearTimeout(this.#later);
		this.#end();
		this.#options.say({ act: 'end' });
	}

	#begin(): void {
		const { config, worker, sends, say } = this.#options;
		this.#pictures = '';
		if (!sends) return say({ act: 'enter' });
		this.#sending = new SfuSending({ ...config }, worker, {
			offer: (sdp) => say({ act: 'send', sdp }),
			candidate: (candidate) => say({ act: 'candidate', of: 'send', candidate: candidate.toJSON() }),
			state: () => this.#judge()
		});
		this.#send();
	}

	#receivingNow(): SfuReceiving {
		if (this.#receiving) return this.#receiving;
		const { config, worker, say } = this.#options;
		this.#receiving = new SfuReceiving({ ...config }, worker, {
			answer: (sdp, turn) => say({ act: 'receive', sdp, turn }),
			candidate: (candidate) => say({ act: 'candidate', of: 'receive', candidate: candidate.toJSON() }),
			places: () => this.#place(),
			state: () => this.#judge()
		});
		return this.#receiving;
	}

	#end(): void {
		clearInterval(this.#mending);
		this.#mending = undefined;
		this.#brokenAt = 0;
		this.#sending?.close();
		this.#receiving?.close();
		this.#sending = null;
		this.#receiving = null;
		this.#watchers = [];
		for (const person of [...this.#reached.keys()]) this.#drop(person);
	}

	#beginAgain(): void {
		if (this.#isClosed) return;
		this.#options.say({ act: 'end' });
		this.#end();
		clearTimeout(this.#later);
		this.#later = setTimeout(() => this.#begin(), BEGIN_AGAIN_MS);
	}

	/** Brings who is reached in line with the places of what I receive, and with who only receives. */
	#place(): void {
		const places = this.#receiving?.places ?? [];
		this.#options.worker.postMessage({ is: 'places', places });
		const ids = new Set([...this.#watchers, ...places.map(({ id }) => id)]);
		for (const [person, { id }] of [...this.#reached]) if (!ids.has(id)) this.#drop(person);
		for (const id of ids) {
			const person = this.#options.personOf(id);
			if (person) this.#reach(person, id);
		}
		this.#choosePictures();
		this.#send();
	}

	#reach(person: PersonId, id: string): void {
		let reached = this.#reached.get(person);
		if (reached?.id !== id) {
			reached = {
				...{ id, state: this.#stateOf(id), tracks: new Map<TrackKind, MediaStreamTrack>() },
				...{ meter: new LinkMeter(), level: new VoiceLevel(), patience: new VoicePatience() }
			};
			this.#reached.set(person, reached);
			this.#options.events.link(person, reached.state);
		}
		for (const kind of TRACK_KINDS) {
			const track = this.#receiving?.receiverOf(id, kind)?.track;
			if (!track || reached.tracks.get(kind) === track) continue;
			reached.tracks.set(kind, track);
			this.#options.events.track(person, kind, track);
		}
	}

	#drop(person: PersonId): void {
		if (this.#reached.delete(person)) this.#options.events.link(person, null);
	}

	#judge(): void {
		for (const [person, reached] of this.#reached) {
			const state = this.#stateOf(reached.id);
			if (reached.state === state) continue;
			reached.state = state;
			this.#options.events.link(person, state);
		}
		const states = this.#connections().map(({ connectionState }) => connectionState);
		if (states.some(isBroken)) {
			if (this.#mending === undefined) this.#mend();
		} else if (states.every((state) => state === 'connected')) {
			clearInterval(this.#mending);
			this.#mending = undefined;
			this.#send();
		}
	}

	/** How one person is reached: by what I send, and, unless they only receive, by what comes to me. */
	#stateOf(id: string): LinkState {
		const ends = [
			...(this.#options.sends ? [this.#sending] : []),
			...(this.#watchers.includes(id) ? [] : [this.#receiving])
		];
		const states = ends.map((end) => end?.connection.connectionState ?? 'new');
		if (states.some(isBroken)) return 'broken';
		return states.every((state) => state === 'connected') ? 'connected' : 'connecting';
	}

	#mend(): void {
		this.#brokenAt = Date.now();
		setTimeout(() => {
			if (this.#connections().some(({ connectionState }) => isBroken(connectionState))) this.restart();
		}, MEND_AFTER_MS);
		this.#mending = setInterval(() => {
			if (Date.now() - this.#brokenAt > MEND_FOR_MS) this.#beginAgain();
			else this.restart();
		}, MEND_EVERY_MS);
	}

	#send(): void {
		const rungs = [...this.#reached.keys()].map((person) => this.#wanted.get(person) ?? 'voice');
		const most = RUNGS[Math.min(...rungs.map((rung) => RUNGS.indexOf(rung)))] ?? 'voice';
		this.#sending?.send(this.#tracks, most);
	}

	#choosePictures(): void {
		const of = [...this.#reached]
			.filter(([person]) => (this.#takes.get(person) ?? true) && (this.#gives.get(person) ?? true))
			.map(([, { id }]) => id)
			.sort();
		const chosen = of.join();
		if (chosen === this.#pictures || !this.#receiving) return;
		this.#pictures = chosen;
		this.#options.say({ act: 'pictures', of });
	}

	#connections(): RTCPeerConnection[] {
		return [this.#sending, this.#receiving].flatMap((one) => one?.connection ?? []);
	}
}

function isBroken(state: RTCPeerConnectionState): boolean {
	return state === 'failed' || state === 'disconnected';
}

function entriesOf(report: RTCStatsReport): [string, Record<string, unknown>][] {
	return [...report.entries()] as [string, Record<string, unknown>][];
}
