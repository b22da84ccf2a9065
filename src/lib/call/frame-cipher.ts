import { TRACK_KINDS, type TrackKind } from '#lib/protocol/track-kind.ts';

/** The number of its frame and of its key, after what is sealed. */
const TRAILER_BYTES = 5;
const IV_BYTES = 12;

/** What of a VP8 frame an SFU and a browser must read to pass it on: its header (RFC 6386, 9.1). */
const CLEAR_BYTES = { key: 10, delta: 3, empty: 0 };

/** A frame's first bytes that stay readable. Voices are sealed whole. */
export function clearBytes(type: keyof typeof CLEAR_BYTES | undefined): number {
	return type === undefined ? 0 : CLEAR_BYTES[type];
}

interface Sealing {
	key: CryptoKey;
	/** The number of the key, 0-255. */
	index: number;
	kind: TrackKind;
	/** The number of the frame: never twice with one key and kind. */
	count: number;
	clear: number;
}

/**
 * A frame for who holds the key alone: AES-GCM over everything but its first `clear` bytes, which are signed with it.
 * After it stand the frame's number (4 bytes) and the key's (1).
 */
export async function sealFrame(frame: Uint8Array, sealing: Sealing): Promise<Uint8Array> {
	const { key, index, kind, count, clear } = sealing;
	const head = frame.subarray(0, clear);
	const sealed = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv: ivOf(kind, count), additionalData: bytesOf(head) },
		key,
		bytesOf(frame.subarray(clear))
	);
	const whole = new Uint8Array(head.length + sealed.byteLength + TRAILER_BYTES);
	whole.set(head);
	whole.set(new Uint8Array(sealed), head.length);
	const trailer = new DataView(whole.buffer, head.length + sealed.byteLength);
	trailer.setUint32(0, count);
	trailer.setUint8(4, index);
	return whole;
}

/** The number of the key that a sealed frame needs, or null when it is none. */
export function keyOfFrame(sealed: Uint8Array): number | null {
	return sealed.length > TRAILER_BYTES ? (sealed.at(-1) ?? null) : null;
}

/** The frame, or null when it was not sealed with this key for this kind, or was changed on its way. */
export async function openFrame(
	sealed: Uint8Array,
	{ key, kind, clear }: Pick<Sealing, 'key' | 'kind' | 'clear'>
): Promise<Uint8Array | null> {
	const end = sealed.length - TRAILER_BYTES;
	if (end < clear) return null;
	const count = new DataView(sealed.buffer, sealed.byteOffset + end).getUint32(0);
	const head = sealed.subarray(0, clear);
	try {
		const opened = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv: ivOf(kind, count), additionalData: bytesOf(head) },
			key,
			bytesOf(sealed.subarray(clear, end))
		);
		const whole = new Uint8Array(head.length + opened.byteLength);
		whole.set(head);
		whole.set(new Uint8Array(opened), head.length);
		return whole;
	} catch {
		// Not sealed with this key: to be shown to nobody.
		return null;
	}
}

function ivOf(kind: TrackKind, count: number): Uint8Array<ArrayBuffer> {
	const iv = new Uint8Array(IV_BYTES);
	const view = new DataView(iv.buffer);
	view.setUint8(0, TRACK_KINDS.indexOf(kind));
	view.setUint32(8, count);
	return iv;
}

function bytesOf(part: Uint8Array): Uint8Array<ArrayBuffer> {
	return part as Uint8Array<ArrayBuffer>;
}
