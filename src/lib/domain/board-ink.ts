import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A point of ink: sheet units, and pressure from 0 to 1. */
export type InkPoint = [x: number, y: number, pressure: number];

export interface Ink {
	points: InkPoint[];
	/** Whether the pressures were measured by a pen; otherwise they are all ½ and not stored. */
	pressed: boolean;
}

/** Points lie on a grid of quarter units: finer than a screen shows at the closest zoom. */
const STEPS_PER_UNIT = 4;
const PRESSURE_STEPS = 63;
/** A piece of a stroke has at most this many points; a longer stroke is committed in pieces. */
export const PIECE_POINTS = 400;
/** What a reader accepts of a piece: an author's own limit is `PIECE_POINTS`. */
const READ_POINTS = 4096;
/** Coordinates that a reader accepts, far outside any sheet. */
const FURTHEST = 10_000 * STEPS_PER_UNIT;

/** One byte that says whether pressures follow, then the difference to the point before, in a byte or two each. */
export function packInk({ points, pressed }: Ink): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeUint8(encoder, pressed ? 1 : 0);
		let [x, y, pressure] = [0, 0, 0];
		for (const point of points) {
			const [nextX, nextY] = [onGrid(point[0]), onGrid(point[1])];
			encoding.writeVarInt(encoder, nextX - x);
			encoding.writeVarInt(encoder, nextY - y);
			[x, y] = [nextX, nextY];
			if (!pressed) continue;
			const next = Math.round(Math.min(Math.max(point[2], 0), 1) * PRESSURE_STEPS);
			encoding.writeVarInt(encoder, next - pressure);
			pressure = next;
		}
	});
}

/** The ink in `bytes`, or null when they are not ink: whoever wrote them may have meant harm. */
export function unpackInk(bytes: Uint8Array): Ink | null {
	const decoder = decoding.createDecoder(bytes);
	try {
		const head = decoding.readUint8(decoder);
		if (head > 1) return null;
		const pressed = head === 1;
		const points: InkPoint[] = [];
		let [x, y, pressure] = [0, 0, 0];
		while (decoding.hasContent(decoder)) {
			x += decoding.readVarInt(decoder);
			y += decoding.readVarInt(decoder);
			if (pressed) pressure += decoding.readVarInt(decoder);
			if (!isNear(x) || !isNear(y) || points.length === READ_POINTS) return null;
			const force = pressed ? Math.min(Math.max(pressure / PRESSURE_STEPS, 0), 1) : 0.5;
			points.push([x / STEPS_PER_UNIT, y / STEPS_PER_UNIT, force]);
		}
		return points.length > 0 ? { points, pressed } : null;
	} catch {
		// lib0 throws at a truncated number: it is translated into 'not ink'.
		return null;
	}
}

/** The same ink `dx`, `dy` further on. */
export function shiftInk({ points, pressed }: Ink, dx: number, dy: number): Ink {
	return { points: points.map(([x, y, pressure]) => [x + dx, y + dy, pressure]), pressed };
}

const onGrid = (value: number) => Math.round(value * STEPS_PER_UNIT);
const isNear = (value: number) => Math.abs(value) <= FURTHEST;
