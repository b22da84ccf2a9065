import type { TrackKind } from '#lib/protocol/track-kind.ts';
import { clearBytes, keyOfFrame, openFrame, sealFrame } from './frame-cipher.ts';
import type { FrameSide, ToFrameWorker } from './frame-messages.ts';

/*
 * Seals every frame that leaves through the SFU, and opens every frame that comes from it, off the page's own thread.
 * A frame without a key goes nowhere: what cannot be sealed is not sent, and what cannot be opened is not shown.
 */

interface Key {
	index: number;
	key: CryptoKey;
}

type Frame = RTCEncodedVideoFrame | RTCEncodedAudioFrame;

/** RTCRtpScriptTransformer, which the compiler's list of names leaves out. */
interface Transformer {
	readonly readable: ReadableStream<Frame>;
	readonly writable: WritableStream<Frame>;
	readonly options: FrameSide;
	sendKeyFrameRequest(): Promise<void>;
}

type Change = (frame: Frame, put: (frame: Frame) => void) => Promise<void>;

/** A person's last keys: the newest is not the first to arrive everywhere. */
const KEYS_KEPT = 2;
/** A decoder that missed frames is helped at most this often. */
const ASK_EVERY_MS = 1_000;

let own: Key | null = null;
const counts = new Map<string, number>();
const theirs = new Map<string, Key[]>();
let places = new Map<string, { id: string; kind: TrackKind }>();

self.addEventListener('message', ({ data }: MessageEvent<ToFrameWorker>) => {
	if (data.is === 'own') own = { index: data.index, key: data.key };
	if (data.is === 'places') places = new Map(data.places.map(({ mid, id, kind }) => [mid, { id, kind }]));
	if (data.is === 'forget') theirs.delete(data.id);
	if (data.is === 'theirs') {
		const before = (theirs.get(data.id) ?? []).filter(({ index }) => index !== data.index);
		theirs.set(data.id, [{ index: data.index, key: data.key }, ...before].slice(0, KEYS_KEPT));
	}
});

self.addEventListener('rtctransform', (event) => {
	const transformer = (event as Event & { transformer: Transformer }).transformer;
	const { options, readable, writable } = transformer;
	const change = options.side === 'send' ? seal(options.kind) : open(options.mid, transformer);
	const changing = new TransformStream<Frame, Frame>({
		transform: (frame, controller) => change(frame, (changed) => controller.enqueue(changed))
	});
	// Ends with its connection.
	readable
		.pipeThrough(changing)
		.pipeTo(writable)
		.catch(() => undefined);
});

function seal(kind: TrackKind): Change {
	return async (frame, put) => {
		if (!own) return;
		const { key, index } = own;
		const count = counts.get(kind) ?? 0;
		counts.set(kind, count + 1);
		const sealed = await sealFrame(new Uint8Array(frame.data), {
			...{ key, index, kind, count },
			clear: clearBytes(typeOf(frame))
		});
		frame.data = sealed.buffer as ArrayBuffer;
		put(frame);
	};
}

function open(mid: string, transformer: Transformer): Change {
	let askedAt = 0;
	let lostSome = false;
	return async (frame, put) => {
		const place = places.get(mid);
		const data = new Uint8Array(frame.data);
		const index = keyOfFrame(data);
		const key = place && theirs.get(place.id)?.find((one) => one.index === index)?.key;
		const opened =
			place && key
				? await openFrame(data, { key, kind: place.kind, clear: clearBytes(typeOf(frame)) })
				: null;
		if (!opened) {
			lostSome = true;
			return;
		}
		frame.data = opened.buffer as ArrayBuffer;
		put(frame);
		// After frames that could not be opened, the picture begins with a whole one.
		if (!lostSome || typeOf(frame) !== 'delta' || performance.now() - askedAt < ASK_EVERY_MS) {
			lostSome &&= typeOf(frame) === 'delta';
			return;
		}
		askedAt = performance.now();
		await transformer.sendKeyFrameRequest().catch(() => undefined);
	};
}

function typeOf(frame: Frame): 'key' | 'delta' | 'empty' | undefined {
	return 'type' in frame ? (frame.type as 'key' | 'delta' | 'empty') : undefined;
}
