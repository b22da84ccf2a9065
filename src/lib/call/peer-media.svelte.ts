import type { PersonId } from '#lib/domain/ids.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';
import { Ladder, SAMPLE_EVERY_MS } from './ladder.ts';
import type { LinkNote } from './link-note.ts';
import type { LinkSample } from './link-sample.ts';
import type { LinkState } from './media-transport.ts';
import { RemoteVoice } from './remote-voice.ts';
import type { Rung } from './rungs.ts';
import { Speech } from './speech.ts';
import { REPEATED_AT } from './told-notes.ts';

/** A receipt that is older says nothing about now: the next should have come, and has had time to be late. */
const NOTE_FRESH_MS = REPEATED_AT * SAMPLE_EVERY_MS + 4_000;

/** How a link does, in plain words: `none` while it is being made or when there is no call with them. */
export type LinkMark = 'good' | 'weak' | 'broken' | 'none';

/** One other person's part in the call, as it reaches me. */
export class PeerMedia {
	readonly person: PersonId;
	readonly ladder: Ladder;
	link = $state<LinkState>('connecting');
	/** Their camera; black until they send something. */
	picture = $state.raw<MediaStream | null>(null);
	/** Their screen; shown only while the room says that it is theirs that is shown. */
	screen = $state.raw<MediaStream | null>(null);
	note = $state.raw<LinkNote | null>(null);
	speaking = $state(false);
	/** What I send them, as the ladder of this link allows. */
	rung = $state<Rung>('360p');
	blocked = $state(false);
	sample = $state.raw<LinkSample | null>(null);
	#forget: ReturnType<typeof setTimeout> | undefined;
	#voice: RemoteVoice | null = null;
	#isHushed = false;
	readonly #speech = new Speech();

	readonly mark: LinkMark = $derived.by(() => {
		if (this.link === 'connecting') return 'none';
		if (this.link === 'broken') return 'broken';
		const { sample } = this;
		const suffers =
			sample !== null && (sample.gaps > 0.05 || (sample.loss ?? 0) > 0.08 || (sample.roundTripMs ?? 0) > 600);
		return suffers || this.rung === 'still' || this.rung === 'voice' || this.rung === 'text'
			? 'weak'
			: 'good';
	});

	constructor(person: PersonId, best: Rung) {
		this.person = person;
		this.ladder = new Ladder(best);
		this.rung = best;
	}

	/** Whether they hear and see me: by their own receipts, and not by an old one. */
	get hearsMe(): boolean {
		return this.note?.hears ?? false;
	}

	get seesMe(): boolean {
		return this.note?.sees ?? false;
	}

	takeNote(told: LinkNote): void {
		const note = { ...told, proof: told.proof ?? this.note?.proof };
		this.note = note;
		clearTimeout(this.#forget);
		this.#forget = setTimeout(
			() => (this.note = { ...note, hears: false, sees: false, gaps: 0 }),
			NOTE_FRESH_MS
		);
	}

	takeTrack(kind: TrackKind, track: MediaStreamTrack, speakerId: string | null): void {
		if (kind !== 'microphone') {
			const pictures = new MediaStream([track]);
			if (kind === 'camera') this.picture = pictures;
			else this.screen = pictures;
			return;
		}
		this.#voice?.stop();
		this.#voice = new RemoteVoice(track, (is) => (this.blocked = is));
		this.#voice.hush(this.#isHushed);
		if (speakerId) void this.#voice.playOn(speakerId);
	}

	tryAgain(): void {
		this.ladder.tryAgain();
		this.rung = this.ladder.rung;
	}

	takeSample(sample: LinkSample): void {
		this.sample = sample;
		if (this.link === 'connected') this.rung = this.ladder.hear({ ...sample, gaps: this.note?.gaps ?? 0 });
	}

	hearLevel(level: number, at: number): void {
		this.speaking = this.#speech.hear(level, at);
	}

	/** Whoever only looks on is not heard, though their browser might send something. */
	hush(is: boolean): void {
		this.#isHushed = is;
		this.#voice?.hush(is);
	}

	/** From the person's tap. */
	playVoice(): void {
		this.#voice?.play();
	}

	playOn(speakerId: string): void {
		void this.#voice?.playOn(speakerId);
	}

	end(): void {
		clearTimeout(this.#forget);
		this.#voice?.stop();
		this.#voice = null;
		this.picture = null;
		this.screen = null;
		this.speaking = false;
	}
}
