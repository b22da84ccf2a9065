import { crc32, deflateSync } from 'node:zlib';

/** PNG files of a test's own making. */

const MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngChunk(type: string, data: Uint8Array | readonly number[] | string): Buffer {
	const body = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data);
	const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(body.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}

/** The first chunk; `looks` are depth, colour type, compression, filter and interlace. */
export function pngHeader(width: number, height: number, looks: readonly number[] = [8, 2, 0, 0, 0]): Buffer {
	const data = Buffer.alloc(13);
	data.writeUInt32BE(width, 0);
	data.writeUInt32BE(height, 4);
	data.set(looks, 8);
	return pngChunk('IHDR', data);
}

export const pngOf = (...chunks: readonly Buffer[]): Buffer =>
	Buffer.concat([MAGIC, ...chunks, pngChunk('IEND', '')]);

/** A plain area of a colour; `words` are hidden in it as cameras hide where a photo was taken. */
export function plainPng({ width = 64, height = 48, colour = 120, words = '' } = {}): Buffer {
	const row = Buffer.alloc(1 + 3 * width, colour);
	row[0] = 0;
	const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
	const hidden = words ? [pngChunk('eXIf', words)] : [];
	return pngOf(pngHeader(width, height), ...hidden, pngChunk('IDAT', pixels));
}
