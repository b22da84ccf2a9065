import { crc32, inflateSync } from 'node:zlib';
import { notAPicture, PictureBytes, requireSize, type CleanPicture } from './picture-bytes.ts';

export const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What says how a picture looks. Everything else that may stand in a PNG (text, EXIF, time, profiles) is left out. */
const LOOKS = new Set(['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB']);
/** Samples of a pixel, by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const FILTERS_MOST = 4;

/** A PNG made anew of its looks and its pixels alone. Throws Refusal when it is not well formed from end to end. */
export function cleanPng(bytes: Uint8Array): CleanPicture {
	const reader = new PictureBytes(bytes);
	if (!reader.take(PNG_MAGIC.length).equals(PNG_MAGIC)) notAPicture();
	const header = readChunk(reader);
	if (header.type !== 'IHDR' || header.data.length !== 13) notAPicture();
	const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
	requireSize(width, height);
	const [depth, colour, compression, filter, interlace] = header.data.subarray(8);
	const samples = SAMPLES[colour!];
	if (depth !== 8 || !samples || compression !== 0 || filter !== 0 || interlace !== 0) notAPicture();

	const looks = new Map<string, Buffer>();
	const pixels: Buffer[] = [];
	for (let chunk = readChunk(reader); chunk.type !== 'IEND'; chunk = readChunk(reader)) {
		if (chunk.type === 'IDAT') pixels.push(chunk.data);
		else if (LOOKS.has(chunk.type) && !looks.has(chunk.type) && pixels.length === 0)
			looks.set(chunk.type, chunk.data);
		// A capital first letter says that nobody may show the picture without it.
		else if (chunk.type[0]! < 'a') notAPicture();
	}
	const packed = Buffer.concat(pixels);
	requirePixels(packed, { height, row: 1 + width * samples });
	const chunks = [
		chunkOf('IHDR', header.data),
		...[...looks].map(([type, data]) => chunkOf(type, data)),
		chunkOf('IDAT', packed),
		chunkOf('IEND', Buffer.alloc(0))
	];
	return { type: 'image/png', width, height, bytes: Buffer.concat([PNG_MAGIC, ...chunks]) };
}

function readChunk(reader: PictureBytes): { type: string; data: Buffer } {
	const length = reader.uint32();
	const start = reader.at;
	const type = reader.take(4).toString('latin1');
	if (!/^[A-Za-z]{4}$/.test(type)) notAPicture();
	const data = reader.take(length);
	const sum = crc32(reader.bytes.subarray(start, reader.at));
	if (reader.uint32() !== sum) notAPicture();
	return { type, data };
}

/** The pixels unpack to exactly what the header says: no more, so that ten bytes cannot fill the memory, and nothing behind it. */
function requirePixels(packed: Buffer, { height, row }: { height: number; row: number }): void {
	const length = height * row;
	let rows: Buffer;
	try {
		const unpacked = inflateSync(packed, { maxOutputLength: length, info: true }) as unknown as {
			buffer: Buffer;
			engine: { bytesWritten: number };
		};
		if (unpacked.engine.bytesWritten !== packed.length) notAPicture();
		rows = unpacked.buffer;
	} catch {
		// zlib says in words of its own what is wrong with it.
		notAPicture();
	}
	if (rows.length !== length) notAPicture();
	for (let at = 0; at < length; at += row) if (rows[at]! > FILTERS_MOST) notAPicture();
}

function chunkOf(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
