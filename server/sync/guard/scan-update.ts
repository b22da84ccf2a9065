import { refuse } from './breach.ts';
import { ByteReader } from './byte-reader.ts';
import {
	CLIENT_MOST,
	CLIENTS_OF_A_DOCUMENT,
	CLOCK_MOST,
	DELETIONS_OF_AN_UPDATE,
	KEY_BYTES,
	NAME_BYTES,
	STRUCTS_OF_A_DOCUMENT
} from './guard-limits.ts';
import { type Name, scanKey, scanValue } from './scan-value.ts';

/** Names one struct of a document: its client and clock. */
export interface Reference {
	client: number;
	clock: number;
}

/** One struct of an update, and of its content no more than whom it names. */
export interface Struct {
	client: number;
	clock: number;
	length: number;
	isType: boolean;
	/** What stood left and right of it where it was put. */
	left: Reference | null;
	right: Reference | null;
	/** The named type or the struct it lies in; null when it lies where `left` or `right` does. */
	parent: string | Reference | null;
	/** Its key in a map, when it says its parent. */
	key: string | null;
	/** Whom its values may name, one by one; none when it holds nothing any more. */
	names: Name[];
	/** Whom its values name as their authors. */
	authors: Name[];
}

/** What one client wrote, without a gap. */
export interface Section {
	client: number;
	clock: number;
	/** The clock after its last struct. */
	end: number;
	structs: Struct[];
}

export interface Deletion extends Reference {
	length: number;
}

export interface ScannedUpdate {
	sections: Section[];
	deletions: Deletion[];
}

/** The low five bits of a struct's first byte say what it holds. */
const HOLDS = 0b0001_1111;
const COLLECTED = 0;
const DELETED = 1;
const BINARY = 3;
const STRING = 4;
const TYPE = 7;
const ANY = 8;
const IN_USE = new Set([COLLECTED, DELETED, BINARY, STRING, TYPE, ANY]);
/** The upper three say what else is written. */
const HAS_LEFT = 0b1000_0000;
const HAS_RIGHT = 0b0100_0000;
const HAS_KEY = 0b0010_0000;

/** Of Yjs's types the product uses YArray, YMap and YText. */
const LAST_TYPE_IN_USE = 2;

/**
 * Reads an update of Yjs's first encoding from end to end, and refuses what is not well formed or holds a kind of
 * content that the product does not use: formatting, embeds, documents within documents, XML, gaps (R57).
 */
export function scanUpdate(update: Uint8Array): ScannedUpdate {
	const reader = new ByteReader(update);
	const sections: Section[] = [];
	const clients = new Set<number>();
	let structs = 0;
	for (let left = atMost(reader.count(), CLIENTS_OF_A_DOCUMENT); left > 0; left--) {
		const section = scanSection(reader);
		structs = atMost(structs + section.structs.length, STRUCTS_OF_A_DOCUMENT);
		if (clients.has(section.client)) refuse('malformed');
		clients.add(section.client);
		sections.push(section);
	}
	const deletions = scanDeletions(reader);
	if (!reader.isAtEnd) refuse('malformed');
	return { sections, deletions };
}

function scanSection(reader: ByteReader): Section {
	const count = reader.count();
	const client = clientId(reader);
	const clock = clockAt(reader.number());
	const structs: Struct[] = [];
	let end = clock;
	for (let left = count; left > 0; left--) {
		const struct = scanStruct(reader, client, end);
		structs.push(struct);
		end = clockAt(end + struct.length);
	}
	return { client, clock, end, structs };
}

function scanStruct(reader: ByteReader, client: number, clock: number): Struct {
	const info = reader.byte();
	const holds = info & HOLDS;
	if (!IN_USE.has(holds)) refuse('content');
	const struct: Struct = {
		...{ client, clock, length: 1, isType: holds === TYPE },
		...{ left: null, right: null, parent: null, key: null, names: [], authors: [] }
	};
	if (holds === COLLECTED) {
		if (info !== COLLECTED) refuse('encoding');
		struct.length = someLength(reader.number());
		return struct;
	}
	if (info & HAS_LEFT) struct.left = reference(reader);
	if (info & HAS_RIGHT) struct.right = reference(reader);
	if (!struct.left && !struct.right) {
		const isNamed = reader.number();
		if (isNamed > 1) refuse('encoding');
		struct.parent = isNamed ? scanKey(reader, NAME_BYTES) : reference(reader);
		if (info & HAS_KEY) struct.key = scanKey(reader, KEY_BYTES);
	}
	struct.length = someLength(scanContent(reader, holds, struct));
	return struct;
}

/** Walks over a struct's content; how far it moves the clock. */
function scanContent(reader: ByteReader, holds: number, { names, authors }: Struct): number {
	if (holds === DELETED) return reader.number();
	if (holds !== ANY) names.push(undefined);
	if (holds === STRING) return reader.stringLength();
	if (holds === BINARY) {
		reader.skip(reader.number());
		return 1;
	}
	if (holds === TYPE) return reader.number() > LAST_TYPE_IN_USE ? refuse('content') : 1;
	const count = reader.count();
	for (let left = count; left > 0; left--) names.push(scanValue(reader, authors));
	return count;
}

function scanDeletions(reader: ByteReader): Deletion[] {
	const deletions: Deletion[] = [];
	for (let clients = reader.count(); clients > 0; clients--) {
		const client = clientId(reader);
		for (let left = reader.count(); left > 0; left--) {
			const clock = clockAt(reader.number());
			const length = someLength(reader.number());
			clockAt(clock + length);
			deletions.push({ client, clock, length });
			atMost(deletions.length, DELETIONS_OF_AN_UPDATE);
		}
	}
	return deletions;
}

function reference(reader: ByteReader): Reference {
	return { client: clientId(reader), clock: clockAt(reader.number()) };
}

function clientId(reader: ByteReader): number {
	const client = reader.number();
	return client > CLIENT_MOST ? refuse('malformed') : client;
}

function clockAt(clock: number): number {
	return clock > CLOCK_MOST ? refuse('too-many') : clock;
}

function someLength(length: number): number {
	return length === 0 ? refuse('empty-struct') : length;
}

function atMost(count: number, most: number): number {
	return count > most ? refuse('too-many') : count;
}
