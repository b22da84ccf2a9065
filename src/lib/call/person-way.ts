import type { Carrier } from '#lib/protocol/sfu-protocol.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';
import type { LinkState } from './media-transport.ts';

interface Way {
	state: LinkState | null;
	tracks: Map<TrackKind, MediaStreamTrack>;
	/** Since when it is connected, in ms of `performance.now()`. */
	connectedAt: number;
}

interface WayEvents {
	link(state: LinkState | null): void;
	track(kind: TrackKind, track: MediaStreamTrack): void;
}

/** A voice that is off sends nothing by which its arrival could be told: after so long, no more is waited for. */
const QUIET_MS = 2_500;

/**
 * How one person reaches me: by the mesh, through the SFU, or for a moment by both, of which one is shown. The SFU takes
 * over when what the mesh brings has begun to arrive through it too, and the mesh when the SFU brings nothing.
 */
export class PersonWay {
	readonly #events: WayEvents;
	readonly #ways: Record<Carrier, Way> = { mesh: emptyWay(), sfu: emptyWay() };
	/** Which of the two is shown. */
	shown: Carrier | null = null;

	constructor(events: WayEvents) {
		this.#events = events;
	}

	link(carrier: Carrier, state: LinkState | null, now: number): void {
		const way = this.#ways[carrier];
		if (state === 'connected' && way.state !== 'connected') way.connectedAt = now;
		way.state = state;
		if (state === null) way.tracks.clear();
		const before = this.shown;
		this.look(now);
		if (before === this.shown && carrier === this.shown) this.#events.link(state);
	}

	track(carrier: Carrier, kind: TrackKind, track: MediaStreamTrack): void {
		this.#ways[carrier].tracks.set(kind, track);
		if (carrier === this.shown) this.#events.track(kind, track);
	}

	/** Looks which way is to be shown. */
	look(now: number): void {
		const best = this.#best(now);
		if (best === this.shown) return;
		this.shown = best;
		if (best === null) return this.#events.link(null);
		const { state, tracks } = this.#ways[best];
		this.#events.link(state);
		for (const [kind, track] of tracks) this.#events.track(kind, track);
	}

	/** Whether the link in the mesh is still there. */
	get hasMesh(): boolean {
		return this.#ways.mesh.state !== null;
	}

	#best(now: number): Carrier | null {
		const { mesh, sfu } = this.#ways;
		if (mesh.state === null) return sfu.state === null ? null : 'sfu';
		if (sfu.state === null) return 'mesh';
		if (this.shown === 'sfu' && (sfu.state === 'connected' || mesh.state !== 'connected')) return 'sfu';
		return sfu.state === 'connected' && hasArrived(sfu, now) ? 'sfu' : 'mesh';
	}
}

function hasArrived(sfu: Way, now: number): boolean {
	const [voice, face] = [sfu.tracks.get('microphone'), sfu.tracks.get('camera')];
	const flows = voice !== undefined && !voice.muted && face !== undefined && !face.muted;
	return flows || now - sfu.connectedAt > QUIET_MS;
}

function emptyWay(): Way {
	return { state: null, tracks: new Map(), connectedAt: 0 };
}
