import { refuse } from './breach.ts';
import type { ByteReader } from './byte-reader.ts';
import { DEPTH, KEY_BYTES } from './guard-limits.ts';

/** Keys that reach into an object's ancestry in careless code. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The tags of lib0's `writeAny`. A bigint (122) is refused: JSON cannot carry it further. */
const ANY = {
	UNDEFINED: 127,
	NULL: 126,
	INTEGER: 125,
	FLOAT_32: 124,
	FLOAT_64: 123,
	FALSE: 121,
	TRUE: 120,
	STRING: 119,
	OBJECT: 118,
	ARRAY: 117,
	BYTES: 116
} as const;

/** Walks over one value. */
export function scanValue(reader: ByteReader, depth = 0): void {
	if (depth > DEPTH) refuse('too-deep');
	switch (reader.byte()) {
		case ANY.UNDEFINED:
		case ANY.NULL:
		case ANY.FALSE:
		case ANY.TRUE:
			return;
		case ANY.INTEGER:
			return reader.skipSignedNumber();
		case ANY.FLOAT_32:
			return reader.skip(4);
		case ANY.FLOAT_64:
			return reader.skip(8);
		case ANY.STRING:
			reader.stringLength();
			return;
		case ANY.OBJECT:
			for (let left = reader.count(); left > 0; left--) {
				scanKey(reader, KEY_BYTES);
				scanValue(reader, depth + 1);
			}
			return;
		case ANY.ARRAY:
			for (let left = reader.count(); left > 0; left--) scanValue(reader, depth + 1);
			return;
		case ANY.BYTES:
			return reader.skip(reader.number());
		default:
			return refuse('content');
	}
}

export function scanKey(reader: ByteReader, mostBytes: number): string {
	const key = reader.string(mostBytes);
	return FORBIDDEN_KEYS.has(key) ? refuse('key') : key;
}
