import * as decoding from 'lib0/decoding';
import { isCounted, MESSAGE } from '#lib/protocol/messages.ts';

interface Hooks {
	/** The client id whose presence this page tells. */
	client: () => number;
	opened: () => void;
	frameSent: () => void;
}

/**
 * A WebSocket for y-websocket's provider that counts the frames which the server will acknowledge, and keeps
 * back what the provider repeats of other people's presence: the server drops it anyway (P31).
 */
export function countingSocket({ client, opened, frameSent }: Hooks): typeof WebSocket {
	return class CountingSocket extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			opened();
		}

		override send(data: string | Blob | BufferSource): void {
			if (data instanceof Uint8Array) {
				if (isEcho(data, client())) return;
				// Counted before it is sent: the answer cannot come earlier.
				if (isCounted(data)) frameSent();
			}
			super.send(data as BufferSource);
		}
	};
}

/** Whether a frame is presence that says nothing of this page's own client. */
function isEcho(frame: Uint8Array, own: number): boolean {
	if (frame[0] !== MESSAGE.PRESENCE) return false;
	const decoder = decoding.createDecoder(frame.subarray(1));
	decoding.readVarUint(decoder);
	const entries = decoding.readVarUint(decoder);
	return entries !== 1 || decoding.readVarUint(decoder) !== own;
}
