import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** How a server wants its messages: y-websocket's protocol, or Hocuspocus's, which puts the document's name first. */
export interface Dialect {
	path(document: string): string;
	/** What a client says first. */
	hello(document: string): Uint8Array[];
	/** Wraps y-websocket's message. */
	wrap(document: string, message: Uint8Array): Uint8Array;
	/** How many sync frames a frame from the server acknowledges in all, given how many were before; null for none. */
	acknowledged(frame: Uint8Array, before: number): number | null;
	/** Sync frames of `hello` that the server counts. */
	countedInHello: number;
}

const STEP_1 = Uint8Array.of(0, 0, 1, 0);
const EMPTY_STEP_2 = Uint8Array.of(0, 1, 2, 0, 0);
const ACKNOWLEDGEMENT = 64;

const yWebsocket: Dialect = {
	path: (document) => `/sync/${document}?acknowledge=1`,
	hello: () => [STEP_1, EMPTY_STEP_2],
	wrap: (_document, message) => message,
	acknowledged: (frame) =>
		frame[0] === ACKNOWLEDGEMENT ? decoding.readVarUint(decoding.createDecoder(frame.subarray(1))) : null,
	countedInHello: 1
};

const AUTHENTICATE = 2;
const TOKEN = 0;
const SYNC_STATUS = 8;

const hocuspocus: Dialect = {
	path: () => '/',
	hello: (document) => [
		encoding.encode((encoder) => {
			encoding.writeVarString(encoder, document);
			encoding.writeVarUint(encoder, AUTHENTICATE);
			encoding.writeVarUint(encoder, TOKEN);
			encoding.writeVarString(encoder, 'none');
		}),
		hocuspocusMessage(document, STEP_1)
	],
	wrap: hocuspocusMessage,
	acknowledged(frame, before) {
		const decoder = decoding.createDecoder(frame);
		decoding.readVarString(decoder);
		if (decoding.readVarUint(decoder) !== SYNC_STATUS) return null;
		return decoding.readVarUint(decoder) === 1 ? before + 1 : null;
	},
	countedInHello: 0
};

function hocuspocusMessage(document: string, message: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarString(encoder, document);
		encoding.writeUint8Array(encoder, message);
	});
}

export const DIALECTS = { 'y-websocket': yWebsocket, hocuspocus };
