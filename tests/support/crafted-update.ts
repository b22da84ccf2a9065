import * as encoding from 'lib0/encoding';

type Write = (encoder: encoding.Encoder) => void;

export interface CraftedSection {
	client: number;
	clock: number;
	/** Each writes one struct, its first byte included. */
	structs: Write[];
	/** What the section claims to hold, when that is not the truth. */
	claimed?: number;
}

export interface CraftedDeletion {
	client: number;
	clock: number;
	length: number;
}

/** An update written byte by byte, as an attacker would. */
export function craftUpdate(sections: CraftedSection[], deletions: CraftedDeletion[] = []): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, sections.length);
		for (const { client, clock, structs, claimed = structs.length } of sections) {
			encoding.writeVarUint(encoder, claimed);
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
			for (const write of structs) write(encoder);
		}
		encoding.writeVarUint(encoder, deletions.length);
		for (const { client, clock, length } of deletions) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarUint(encoder, length);
		}
	});
}

export const collected =
	(length: number): Write =>
	(encoder) => {
		encoding.writeUint8(encoder, 0);
		encoding.writeVarUint(encoder, length);
	};

export const gap =
	(length: number): Write =>
	(encoder) => {
		encoding.writeUint8(encoder, 10);
		encoding.writeVarUint(encoder, length);
	};

/** A struct in a named type; `content` writes what it holds. */
export const inRoot =
	(name: string, holds: number, content: Write, key?: string): Write =>
	(encoder) => {
		encoding.writeUint8(encoder, holds | (key === undefined ? 0 : 0b0010_0000));
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarString(encoder, name);
		if (key !== undefined) encoding.writeVarString(encoder, key);
		content(encoder);
	};

/** A struct in the type that another struct is. */
export const inType =
	([client, clock]: [number, number], holds: number, content: Write, key?: string): Write =>
	(encoder) => {
		encoding.writeUint8(encoder, holds | (key === undefined ? 0 : 0b0010_0000));
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		if (key !== undefined) encoding.writeVarString(encoder, key);
		content(encoder);
	};

/** A struct to the right of another. */
export const rightOf =
	([client, clock]: [number, number], holds: number, content: Write): Write =>
	(encoder) => {
		encoding.writeUint8(encoder, holds | 0b1000_0000);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		content(encoder);
	};

export const STRING = 4;
export const TYPE = 7;
export const ANY = 8;

export const text =
	(words: string): Write =>
	(encoder) =>
		encoding.writeVarString(encoder, words);

export const number =
	(value: number): Write =>
	(encoder) =>
		encoding.writeVarUint(encoder, value);

export const values =
	(...all: unknown[]): Write =>
	(encoder) => {
		encoding.writeVarUint(encoder, all.length);
		for (const value of all) encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1]);
	};
