import { fromBase64 } from 'lib0/buffer';
import * as v from 'valibot';
import type { Box, Spot } from '#lib/domain/board.ts';
import { unpackInk } from '#lib/domain/board-ink.ts';
import { isPen, type PenName } from '#lib/domain/board-pens.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { LiveInk } from './live-ink.ts';

export interface Cursor extends Spot {
	sheet: string;
}

/** Where somebody points: the way of their hand in the last moment, the latest spot last. */
export interface Laser {
	sheet: string;
	trail: readonly Spot[];
}

/** The part of a sheet that everyone is brought to. `turn` rises with each time that somebody does. */
export interface SharedView extends Box {
	sheet: string;
	turn: number;
}

/** What one other client shows of itself. The server stamps `person`: nobody can draw under another's name (R58). */
export interface OtherHand {
	client: number;
	person: PersonId | null;
	cursor: Cursor | null;
	ink: LiveInk | null;
	laser: Laser | null;
	/** The server lets it through from those who lead alone. */
	view: SharedView | null;
}

/** Presence holds 4 KB: a trail has at most so many spots. */
export const TRAIL_SPOTS = 40;

const finite = v.pipe(v.number(), v.finite());
const orNothing = <Shape extends v.GenericSchema>(shape: Shape) => v.fallback(v.nullable(shape), null);

const HandShape = v.object({
	person: orNothing(v.string()),
	cursor: orNothing(v.object({ sheet: v.string(), x: finite, y: finite })),
	ink: orNothing(
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
	laser: orNothing(
		v.object({
			sheet: v.string(),
			trail: v.pipe(v.array(v.object({ x: finite, y: finite })), v.minLength(1), v.maxLength(TRAIL_SPOTS))
		})
	),
	view: orNothing(
		v.pipe(
			v.object({
				...{ left: finite, top: finite, right: finite, bottom: finite },
				...{ sheet: v.string(), turn: v.pipe(v.number(), v.safeInteger()) }
			}),
			v.check(({ left, top, right, bottom }) => right > left && bottom > top)
		)
	)
});

/** Another client's presence, read with care. */
export function readHand(client: number, state: unknown): OtherHand | null {
	const parsed = v.safeParse(HandShape, state);
	if (!parsed.success) return null;
	const { person, ink, ...shown } = parsed.output;
	const unpacked = ink && unpackInk(fromBase64(ink.packed));
	return {
		...shown,
		client,
		person: person as PersonId | null,
		ink: ink && unpacked ? { ...ink, ink: unpacked } : null
	};
}
