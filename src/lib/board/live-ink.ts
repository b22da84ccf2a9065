import { fromBase64, toBase64 } from 'lib0/buffer';
import * as v from 'valibot';
import { packInk, unpackInk, type Ink } from '#lib/domain/board-ink.ts';
import { isPen, type PenName } from '#lib/domain/board-pens.ts';
import type { PersonId } from '#lib/domain/ids.ts';

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

export interface Cursor {
	sheet: string;
	x: number;
	y: number;
}

/** What one other client shows of itself. The server stamps `person`: nobody can draw under another's name (R58). */
export interface OtherHand {
	client: number;
	person: PersonId | null;
	cursor: Cursor | null;
	ink: LiveInk | null;
}

const HandShape = v.object({
	person: v.fallback(v.nullable(v.string()), null),
	cursor: v.fallback(v.nullable(v.object({ sheet: v.string(), x: v.number(), y: v.number() })), null),
	ink: v.fallback(
		v.nullable(
			v.object({
				stroke: v.string(),
				piece: v.pipe(v.number(), v.integer()),
				sheet: v.string(),
				pen: v.custom<PenName>(isPen),
				width: v.pipe(v.number(), v.minValue(1), v.maxValue(100)),
				marker: v.boolean(),
				packed: v.pipe(v.string(), v.base64())
			})
		),
		null
	)
});

/** Another client's presence, read with care. */
export function readHand(client: number, state: unknown): OtherHand | null {
	const parsed = v.safeParse(HandShape, state);
	if (!parsed.success) return null;
	const { person, cursor, ink } = parsed.output;
	const unpacked = ink && unpackInk(fromBase64(ink.packed));
	return {
		client,
		person: person as PersonId | null,
		cursor,
		ink: ink && unpacked ? { ...ink, ink: unpacked } : null
	};
}

/** My live ink as it goes into presence: small enough for its 4 KB, whatever the pen did. */
export function packLiveInk({ ink, ...about }: LiveInk): Record<string, unknown> {
	return { ...about, packed: toBase64(packInk(ink)) };
}

/** Presence holds 4 KB; what is drawn so far must be committed before it takes more than this. */
export const LIVE_INK_BYTES = 2400;
