import { notAPicture, PictureBytes, requireSize, type CleanPicture } from './picture-bytes.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const DRI = 0xdd;
const ADOBE = 0xee;
/** Baseline, extended and progressive: what browsers make. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Segments without which the picture cannot be shown. */
const NEEDED = new Set([DQT, DHT, DRI, SOS, ...FRAMES]);
/** Segments that may be there and are left out: applications' own (EXIF, XMP, GPS, profiles, thumbnails) and comments. */
const isLeftOut = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** One of our own, without a thumbnail, so that readers who ask for it find one. */
const PLAIN_JFIF = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
/** How colours are stored, in six letters' name and seven bytes. */
const ADOBE_BYTES = 12;

/** A JPEG made anew of its tables and its pixels alone. Throws Refusal when it is not well formed from end to end. */
export function cleanJpeg(bytes: Uint8Array): CleanPicture {
	const reader = new PictureBytes(bytes);
	if (reader.uint16() !== (0xff00 | SOI)) notAPicture();
	const kept: Buffer[] = [];
	let adobe: Buffer | null = null;
	let size: { width: number; height: number } | null = null;
	let scans = 0;
	for (let marker = readMarker(reader); marker !== EOI; marker = readMarker(reader)) {
		const start = reader.at;
		const length = reader.uint16();
		if (length < 2) notAPicture();
		const body = reader.take(length - 2);
		if (FRAMES.has(marker)) {
			if (size || body.length < 6 || body[0] !== 8) notAPicture();
			size = { width: body.readUInt16BE(3), height: body.readUInt16BE(1) };
			requireSize(size.width, size.height);
		}
		if (marker === ADOBE && body.length === ADOBE_BYTES && body.toString('latin1', 0, 5) === 'Adobe')
			adobe = body;
		else if (NEEDED.has(marker))
			kept.push(Buffer.from([0xff, marker]), reader.bytes.subarray(start, reader.at));
		else if (!isLeftOut(marker)) notAPicture();
		if (marker === SOS) {
			if (!size) notAPicture();
			scans++;
			kept.push(readScan(reader));
		}
	}
	// What follows the end of the picture is not of it.
	if (!size || scans === 0) notAPicture();
	const colours = adobe ? [Buffer.from([0xff, ADOBE, 0, ADOBE_BYTES + 2]), adobe] : [];
	const end = Buffer.from([0xff, EOI]);
	const whole = Buffer.concat([Buffer.from([0xff, SOI]), PLAIN_JFIF, ...colours, ...kept, end]);
	return { type: 'image/jpeg', ...size, bytes: whole };
}

function readMarker(reader: PictureBytes): number {
	if (reader.byte() !== 0xff) notAPicture();
	let marker = reader.byte();
	// Markers may be padded.
	while (marker === 0xff) marker = reader.byte();
	return marker;
}

/** The packed pixels up to the next marker; stuffed bytes and restarts are part of them. */
function readScan(reader: PictureBytes): Buffer {
	const { bytes } = reader;
	const start = reader.at;
	for (let at = start; at + 1 < bytes.length; at++) {
		if (bytes[at] !== 0xff) continue;
		const next = bytes[at + 1]!;
		if (next === 0 || (next >= 0xd0 && next <= 0xd7)) continue;
		reader.at = at;
		return bytes.subarray(start, at);
	}
	return notAPicture();
}

export const JPEG_MAGIC = Buffer.from([0xff, SOI, 0xff]);
