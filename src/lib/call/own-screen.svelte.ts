import type { Seat } from '#lib/domain/room.ts';
import { openScreen } from './capture.ts';

interface OwnScreenEvents {
	/** What the group is sent from now on. */
	send(track: MediaStreamTrack | null): void;
	/** Asks the room; rejects when it may not be. */
	show(): Promise<void>;
	/** Tells the room that it is over. */
	putAway(): void;
	/** A facilitator has ended it, or it could not begin. */
	stopped(why: 'by-facilitator' | 'failed'): void;
	refused(error: unknown): void;
}

/** My screen, before the group: only from my own tap, and over as soon as I, my browser or a facilitator says so. */
export class OwnScreen {
	on = $state(false);
	readonly #events: OwnScreenEvents;
	#track: MediaStreamTrack | null = null;
	/** Whether the room has said that it is my screen that is shown. */
	#confirmed = false;

	constructor(events: OwnScreenEvents) {
		this.#events = events;
	}

	/** Call from the person's tap: the browser then asks which window. */
	async begin(): Promise<void> {
		if (this.#track) return;
		const track = await openScreen().catch(() => 'failed' as const);
		if (track === 'failed') return this.#events.stopped('failed');
		if (!track) return;
		this.#track = track;
		// The browser's own 'Stop sharing', or a window that was closed.
		track.addEventListener('ended', () => track === this.#track && this.end());
		try {
			await this.#events.show();
		} catch (error) {
			this.#stop();
			return this.#events.refused(error);
		}
		// It may have ended while the room was asked.
		if (track !== this.#track) return this.#events.putAway();
		this.on = true;
		this.#events.send(track);
	}

	/** Puts it away, and says so. */
	end(): void {
		const wasOn = this.on;
		this.#stop();
		if (wasOn) this.#events.putAway();
	}

	/** What my seat says decides: a facilitator's word ends it here, too. */
	follow(seat: Seat | undefined): void {
		const isShown = seat?.screen === 'shown';
		if (isShown && !this.#track) return this.#events.putAway();
		if (isShown) this.#confirmed = true;
		else if (this.#confirmed && this.on) {
			this.#stop();
			this.#events.stopped('by-facilitator');
		}
	}

	sendAgain(): void {
		if (this.on) this.#events.send(this.#track);
	}

	#stop(): void {
		this.#track?.stop();
		this.#track = null;
		this.#confirmed = false;
		if (this.on) this.#events.send(null);
		this.on = false;
	}
}
