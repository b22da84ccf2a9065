import * as encoding from 'lib0/encoding';
import { updateMessage } from '../../../src/lib/protocol/messages.ts';

const HOLDS_ANY = 8;
const HAS_LEFT = 0b1000_0000;
/** A stroke is two values: its stamp, and its points as packed bytes. */
const VALUES = 2;
const POINTS = new Uint8Array(64).fill(7);

/** An update that adds a stroke to the end of the board's list, as Yjs would write it. */
export function strokeMessage(client: number, clock: number, stamp: string): Uint8Array {
	const update = encoding.encode((encoder) => {
		for (const one of [1, 1, client, clock]) encoding.writeVarUint(encoder, one);
		if (clock === 0) {
			encoding.writeUint8(encoder, HOLDS_ANY);
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarString(encoder, 'strokes');
		} else {
			encoding.writeUint8(encoder, HOLDS_ANY | HAS_LEFT);
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock - 1);
		}
		encoding.writeVarUint(encoder, VALUES);
		encoding.writeAny(encoder, stamp);
		encoding.writeAny(encoder, POINTS);
		encoding.writeVarUint(encoder, 0);
	});
	return updateMessage(update);
}

export const STROKE_CLOCKS = VALUES;
