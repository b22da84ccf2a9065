import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PICTURE_BYTES_MOST } from '../../src/lib/domain/board-pictures.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { pngChunk, pngHeader, pngOf } from '../../tests/support/png-file.ts';
import { cleanPicture } from './clean-picture.ts';

const CANARY = 'GPS 53.2707N 9.0568W';
const [WIDTH, HEIGHT] = [16, 12];

const chunk = pngChunk;
const header = (width = WIDTH, height = HEIGHT, looks?: readonly number[]) => pngHeader(width, height, looks);
const pixels = (bytes = HEIGHT * (1 + 3 * WIDTH)) => deflateSync(Buffer.alloc(bytes));
const png = pngOf;
const PLAIN_PNG = png(header(), chunk('IDAT', pixels()));

const segment = (marker: number, body: Uint8Array | number[] | string) => {
	const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
	const length = Buffer.alloc(2);
	length.writeUInt16BE(bytes.length + 2);
	return Buffer.concat([Buffer.from([0xff, marker]), length, bytes]);
};
const FRAME = segment(0xc0, [8, 0, HEIGHT, 0, WIDTH, 1, 1, 0x11, 0]);
const TABLES = [segment(0xdb, Buffer.alloc(65, 1)), segment(0xc4, Buffer.alloc(29, 0))];
const SCAN = Buffer.concat([
	segment(0xda, [1, 1, 0, 0, 63, 0]),
	Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])
]);
const jpeg = (...parts: Buffer[]) =>
	Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xd9])]);
const PLAIN_JPEG = jpeg(...TABLES, FRAME, SCAN);

const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);
const refused = (bytes: Uint8Array) => expect(() => cleanPicture(bytes)).toThrow(Refusal);

describe('R51 what is not seen is not kept', () => {
	test.each([
		['words', chunk('tEXt', `Comment\0${CANARY}`)],
		['packed words', chunk('zTXt', `Comment\0\0${CANARY}`)],
		['words in any script', chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${CANARY}`)],
		['EXIF', chunk('eXIf', CANARY)],
		['a time', chunk('tIME', CANARY)],
		['a colour profile', chunk('iCCP', CANARY)],
		['an application’s own', chunk('prVt', CANARY)]
	])('a PNG’s %s', (_what, hidden) => {
		const clean = cleanPicture(png(header(), hidden, chunk('sRGB', [0]), chunk('IDAT', pixels()), hidden));
		expect(clean).toMatchObject({ type: 'image/png', width: WIDTH, height: HEIGHT });
		expect(holds(clean.bytes, CANARY)).toBe(false);
		expect(holds(clean.bytes, 'sRGB')).toBe(true);
	});

	test('what follows the end of a PNG, or of a JPEG', () => {
		for (const picture of [PLAIN_PNG, PLAIN_JPEG]) {
			const clean = cleanPicture(Buffer.concat([picture, Buffer.from(CANARY)]));
			expect(holds(clean.bytes, CANARY)).toBe(false);
		}
	});

	test.each([
		['EXIF', segment(0xe1, `Exif\0\0${CANARY}`)],
		['XMP', segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${CANARY}`)],
		['a comment', segment(0xfe, CANARY)],
		['a colour profile', segment(0xe2, `ICC_PROFILE\0${CANARY}`)],
		['a thumbnail', segment(0xe0, `JFXX\0${CANARY}`)],
		['Photoshop’s own', segment(0xed, `Photoshop 3.0\0${CANARY}`)],
		['an Adobe marker that is longer than one', segment(0xee, `Adobe${CANARY}`)]
	])('a JPEG’s %s, before and between its pixels', (_what, hidden) => {
		const clean = cleanPicture(jpeg(hidden, ...TABLES, FRAME, hidden, SCAN, hidden, ...TABLES, SCAN));
		expect(clean).toMatchObject({ type: 'image/jpeg', width: WIDTH, height: HEIGHT });
		expect(holds(clean.bytes, CANARY)).toBe(false);
	});

	test('how a JPEG stores its colours stays, and cleaning what is clean changes nothing', () => {
		const adobe = segment(0xee, Buffer.concat([Buffer.from('Adobe'), Buffer.from([0, 100, 0, 0, 0, 0, 1])]));
		const { bytes } = cleanPicture(jpeg(adobe, ...TABLES, FRAME, SCAN));
		expect(holds(bytes, 'Adobe')).toBe(true);
		expect(cleanPicture(bytes).bytes).toEqual(bytes);
		const clean = cleanPicture(PLAIN_PNG).bytes;
		expect(cleanPicture(clean).bytes).toEqual(clean);
	});
});

describe('R51 what is not a picture through and through is refused', () => {
	test.each([
		['nothing', new Uint8Array()],
		['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
		['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
		['a GIF', Buffer.from('GIF89a')],
		['a page after a PNG’s first bytes', Buffer.concat([PLAIN_PNG.subarray(0, 8), Buffer.from('<script>')])],
		['a PNG without its end', PLAIN_PNG.subarray(0, -12)],
		['a PNG with a changed byte', Uint8Array.from(PLAIN_PNG, (byte, at) => (at === 45 ? byte ^ 1 : byte))],
		['a PNG of too few pixels', png(header(), chunk('IDAT', pixels(10)))],
		['a PNG of too many pixels', png(header(), chunk('IDAT', pixels(50_000_000)))],
		[
			'a PNG with something behind its pixels',
			png(header(), chunk('IDAT', Buffer.concat([pixels(), Buffer.from(CANARY)])))
		],
		['a PNG that says it is huge', png(header(30_000, 30_000), chunk('IDAT', pixels()))],
		['a PNG in 16 bits', png(header(WIDTH, HEIGHT, [16, 2, 0, 0, 0]), chunk('IDAT', pixels()))],
		['a PNG that asks for what nobody knows', png(header(), chunk('ABCD', CANARY), chunk('IDAT', pixels()))],
		['a JPEG without pixels', jpeg(...TABLES, FRAME)],
		['a JPEG without its end', PLAIN_JPEG.subarray(0, -2)],
		[
			'a JPEG that says it is huge',
			jpeg(...TABLES, segment(0xc0, [8, 255, 255, 255, 255, 1, 1, 0x11, 0]), SCAN)
		],
		['a JPEG of two pictures', jpeg(...TABLES, FRAME, SCAN, FRAME, SCAN)],
		[
			'a JPEG of a kind that no browser makes',
			jpeg(...TABLES, segment(0xc9, [8, 0, 12, 0, 16, 1, 1, 0x11, 0]), SCAN)
		],
		['a file that is too large', Buffer.concat([PLAIN_JPEG, Buffer.alloc(PICTURE_BYTES_MOST)])]
	])('%s', (_what, bytes) => refused(bytes));
});
