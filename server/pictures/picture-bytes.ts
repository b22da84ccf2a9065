import {
	PICTURE_SIDE_LEAST,
	PICTURE_SIDE_MOST,
	type PictureType
} from '../../src/lib/domain/board-pictures.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';

/** Throws what a person is told when a file is not the picture that it says it is. */
export function notAPicture(): never {
	throw new Refusal('invalid', 'This picture cannot be read. Please try another one.');
}

/** A picture in which nothing is left but what is seen. */
export interface CleanPicture {
	type: PictureType;
	width: number;
	height: number;
	bytes: Buffer;
}

export function requireSize(width: number, height: number): void {
	for (const side of [width, height])
		if (side < PICTURE_SIDE_LEAST || side > PICTURE_SIDE_MOST) notAPicture();
}

/** Reads big-endian numbers, and refuses where a file ends too soon. */
export class PictureBytes {
	readonly bytes: Buffer;
	at = 0;

	constructor(bytes: Uint8Array) {
		this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	get isAtEnd(): boolean {
		return this.at >= this.bytes.length;
	}

	byte(): number {
		return this.take(1)[0]!;
	}

	uint16(): number {
		return this.take(2).readUInt16BE();
	}

	uint32(): number {
		return this.take(4).readUInt32BE();
	}

	take(length: number): Buffer {
		if (this.at + length > this.bytes.length) notAPicture();
		this.at += length;
		return this.bytes.subarray(this.at - length, this.at);
	}
}
