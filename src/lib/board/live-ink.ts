import { toBase64 } from 'lib0/buffer';
import { packInk, type Ink } from '#lib/domain/board-ink.ts';
import type { PenName } from '#lib/domain/board-pens.ts';

/** The line under a pen that is still down: a preview by presence until its piece stands in the document. */
export interface LiveInk {
	/** The stroke and the piece of it that this will become. */
	stroke: string;
	piece: number;
	sheet: string;
	pen: PenName;
	width: number;
	marker: boolean;
	ink: Ink;
}

/** My live ink as it goes into presence: small enough for its 4 KB, whatever the pen did. */
export function packLiveInk({ ink, ...about }: LiveInk): Record<string, unknown> {
	return { ...about, packed: toBase64(packInk(ink)) };
}

/** Presence holds 4 KB; what is drawn so far must be committed before it takes more than this. */
export const LIVE_INK_BYTES = 2400;
