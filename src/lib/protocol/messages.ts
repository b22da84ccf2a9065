import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Caption } from '../domain/captions.ts';
import type { PersonId } from '../domain/ids.ts';

/** The kinds of message: y-websocket's four, and our own above them. */
export const MESSAGE = {
	...{ SYNC: 0, PRESENCE: 1, AUTH: 2, QUERY_PRESENCE: 3 },
	...{ ACKNOWLEDGEMENT: 64, CAPTION: 65 }
} as const;

/** The kinds of sync message. */
export const SYNC = { STEP_1: 0, STEP_2: 1, UPDATE: 2 } as const;

/** The query parameter with which a client asks for acknowledgements: `?acknowledge=1`. */
export const ACKNOWLEDGE_PARAMETER = 'acknowledge';

/** The query parameter with which a client asks for captions: `?captions=1`. */
export const CAPTIONS_PARAMETER = 'captions';

export function step1Message(stateVector: Uint8Array): Uint8Array {
	return syncMessage(SYNC.STEP_1, stateVector);
}

export function step2Message(update: Uint8Array): Uint8Array {
	return syncMessage(SYNC.STEP_2, update);
}

export function updateMessage(update: Uint8Array): Uint8Array {
	return syncMessage(SYNC.UPDATE, update);
}

/** 'The first `count` sync frames (step 2 and updates) of this connection are durable.' */
export function acknowledgementMessage(count: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.ACKNOWLEDGEMENT);
		encoding.writeVarUint(encoder, count);
	});
}

/** A line of captions as its typist sends it: the server says whose it is. */
export type TypedCaption = Omit<Caption, 'person'>;

/** `person` is empty on the way to the server. */
export function captionMessage({
	person,
	line,
	isDone,
	text
}: TypedCaption & { person?: PersonId }): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.CAPTION);
		encoding.writeVarString(encoder, person ?? '');
		encoding.writeVarUint(encoder, line);
		encoding.writeVarUint(encoder, isDone ? 1 : 0);
		encoding.writeVarString(encoder, text);
	});
}

/** What follows the kind of a caption message. Throws on bytes that are none. */
export function readCaption(decoder: decoding.Decoder): Caption {
	const person = decoding.readVarString(decoder) as PersonId;
	const line = decoding.readVarUint(decoder);
	return {
		...{ person, line },
		isDone: decoding.readVarUint(decoder) === 1,
		text: decoding.readVarString(decoder)
	};
}

export interface PresenceEntry {
	client: number;
	clock: number;
	/** The state as JSON, or `null` as JSON when the client has left. */
	json: string;
}

export function presenceMessage(entries: readonly PresenceEntry[]): Uint8Array {
	const body = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, entries.length);
		for (const { client, clock, json } of entries) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarString(encoder, json);
		}
	});
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.PRESENCE);
		encoding.writeVarUint8Array(encoder, body);
	});
}

/** Says nothing, and so keeps a y-websocket client from taking the silence for a broken line. */
export const KEEP_ALIVE_MESSAGE: Uint8Array = presenceMessage([]);

/** Whether a frame that a client sends is counted for acknowledgements: a step 2 or an update. */
export function isCounted(frame: Uint8Array): boolean {
	return frame[0] === MESSAGE.SYNC && (frame[1] === SYNC.STEP_2 || frame[1] === SYNC.UPDATE);
}

/** The entries of a presence message's body. Throws on bytes that are not one. */
export function readPresence(body: Uint8Array): PresenceEntry[] {
	const decoder = decoding.createDecoder(body);
	const entries: PresenceEntry[] = [];
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		entries.push({
			client: decoding.readVarUint(decoder),
			clock: decoding.readVarUint(decoder),
			json: decoding.readVarString(decoder)
		});
	}
	return entries;
}

function syncMessage(kind: number, payload: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.SYNC);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, payload);
	});
}
