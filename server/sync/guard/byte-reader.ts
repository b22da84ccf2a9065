import { refuse } from './breach.ts';

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const MOST = Number.MAX_SAFE_INTEGER;

/** Reads lib0's encoding without allocating by a length that the bytes only claim. Refuses what it cannot read. */
export class ByteReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#at === this.#bytes.length;
	}

	/** How many bytes are left: more things than that cannot follow. */
	get left(): number {
		return this.#bytes.length - this.#at;
	}

	byte(): number {
		const byte = this.#bytes[this.#at++];
		return byte === undefined ? refuse('malformed') : byte;
	}

	/** A varUint of at most 53 bits. */
	number(): number {
		let value = this.byte();
		if (value < 0x80) return value;
		value &= 0x7f;
		for (let scale = 0x80; ; scale *= 0x80) {
			const byte = this.byte();
			value += (byte & 0x7f) * scale;
			if (value > MOST) refuse('malformed');
			if (byte < 0x80) return value;
		}
	}

	/** A varUint that says how many things follow, each of which takes at least a byte. */
	count(): number {
		const count = this.number();
		return count > this.left ? refuse('malformed') : count;
	}

	skip(length: number): void {
		if (length > this.left) refuse('malformed');
		this.#at += length;
	}

	skipSignedNumber(): void {
		let byte = this.byte();
		for (let bytes = 1; byte >= 0x80; bytes++) {
			if (bytes > 8) refuse('malformed');
			byte = this.byte();
		}
	}

	/** Skips a string and says its length as JavaScript counts it, which is how Yjs's clocks count. */
	stringLength(): number {
		const bytes = this.#take();
		return isAscii(bytes) ? bytes.length : decode(bytes).length;
	}

	/** The string, or undefined when it is longer. */
	shortString(mostBytes: number): string | undefined {
		const bytes = this.#take();
		return bytes.length > mostBytes ? undefined : decode(bytes);
	}

	string(mostBytes: number): string {
		const bytes = this.#take();
		return bytes.length > mostBytes ? refuse('key') : decode(bytes);
	}

	#take(): Uint8Array {
		const length = this.number();
		const from = this.#at;
		this.skip(length);
		return this.#bytes.subarray(from, this.#at);
	}
}

function isAscii(bytes: Uint8Array): boolean {
	for (const byte of bytes) if (byte >= 0x80) return false;
	return true;
}

function decode(bytes: Uint8Array): string {
	try {
		return UTF_8.decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return refuse('malformed');
		throw error;
	}
}
