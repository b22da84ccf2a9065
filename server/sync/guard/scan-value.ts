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

/** A value as far as it may name somebody: a short text, null for nobody, undefined for anything else. */
export type Name = string | null | undefined;

/** The key under which what lies on a board says whose it is. */
export const AUTHOR_KEY = 'by';

/** Walks over one value and says whom it may name; whom an object names as its author is added to `authors`. */
export function scanValue(reader: ByteReader, authors: Name[]): Name {
	const kind = reader.byte();
	if (kind === ANY.NULL) return null;
	if (kind === ANY.STRING) return reader.shortString(KEY_BYTES);
	if (kind !== ANY.OBJECT) return skipValue(reader, kind, 0);
	for (let left = reader.count(); left > 0; left--) {
		const isAuthor = scanKey(reader, KEY_BYTES) === AUTHOR_KEY;
		if (isAuthor) authors.push(scanValue(reader, []));
		else skipValue(reader, reader.byte(), 1);
	}
	return undefined;
}

function skipValue(reader: ByteReader, kind: number, depth: number): undefined {
	if (depth > DEPTH) refuse('too-deep');
	switch (kind) {
		case ANY.UNDEFINED:
		case ANY.NULL:
		case ANY.FALSE:
		case ANY.TRUE:
			return;
		case ANY.INTEGER:
			return void reader.skipSignedNumber();
		case ANY.FLOAT_32:
			return void reader.skip(4);
		case ANY.FLOAT_64:
			return void reader.skip(8);
		case ANY.STRING:
			return void reader.stringLength();
		case ANY.OBJECT:
			for (let left = reader.count(); left > 0; left--) {
				scanKey(reader, KEY_BYTES);
				skipValue(reader, reader.byte(), depth + 1);
			}
			return;
		case ANY.ARRAY:
			for (let left = reader.count(); left > 0; left--) skipValue(reader, reader.byte(), depth + 1);
			return;
		case ANY.BYTES:
			return void reader.skip(reader.number());
		default:
			return refuse('content');
	}
}

export function scanKey(reader: ByteReader, mostBytes: number): string {
	const key = reader.string(mostBytes);
	return FORBIDDEN_KEYS.has(key) ? refuse('key') : key;
}
