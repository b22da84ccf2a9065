import type { Place } from '#lib/protocol/sfu-protocol.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';

/** What a worker's transform is for: one kind that I send, or one place of what I receive. */
export type FrameSide = { side: 'send'; kind: TrackKind } | { side: 'receive'; mid: string };

/** What the page tells the worker that seals and opens frames. */
export type ToFrameWorker =
	| { is: 'own'; index: number; key: CryptoKey }
	| { is: 'theirs'; id: string; index: number; key: CryptoKey }
	| { is: 'forget'; id: string }
	| { is: 'places'; places: Place[] };
