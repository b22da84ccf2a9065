import { performance } from 'node:perf_hooks';

/** Who sent something and when, in plain letters that every server passes on as they are. */
const MARK = '"k":"';
const KIND = { STROKE: 'S', CURSOR: 'C' } as const;
const SENDER_DIGITS = 6;
const TIME_DIGITS = 12;
const STROKE_BYTE = KIND.STROKE.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

export const STAMP_BYTES = MARK.length + 1 + SENDER_DIGITS + TIME_DIGITS;

export function strokeStamp(sender: number): string {
	return stamp(KIND.STROKE, sender);
}

/** A cursor's state: a JSON object with the stamp as its first field. */
export function cursorState(sender: number): string {
	return `{${stamp(KIND.CURSOR, sender)}","x":512,"y":384,"name":"Someone"}`;
}

/** Calls `found` for each whole stamp; returns where an unfinished one begins, or the length. */
export function readStamps(
	bytes: Buffer,
	found: (isStroke: boolean, sender: number, sentMicros: number) => void
): number {
	let at = bytes.indexOf(MARK);
	while (at >= 0) {
		if (at + STAMP_BYTES > bytes.length) return at;
		const from = at + MARK.length;
		const sender = digits(bytes, from + 1, SENDER_DIGITS);
		found(bytes[from] === STROKE_BYTE, sender, digits(bytes, from + 1 + SENDER_DIGITS, TIME_DIGITS));
		at = bytes.indexOf(MARK, at + STAMP_BYTES);
	}
	const tail = bytes.lastIndexOf(MARK[0]!);
	return tail > bytes.length - MARK.length && tail >= 0 ? tail : bytes.length;
}

export function nowMicros(): number {
	return Math.round(performance.now() * 1000);
}

function stamp(kind: string, sender: number): string {
	return `${MARK}${kind}${padded(sender, SENDER_DIGITS)}${padded(nowMicros(), TIME_DIGITS)}`;
}

function padded(value: number, digits: number): string {
	return String(value).padStart(digits, '0');
}

function digits(bytes: Buffer, from: number, count: number): number {
	let value = 0;
	for (let at = from; at < from + count; at++) value = value * 10 + bytes[at]! - ZERO;
	return value;
}
