import { PICTURE_BYTES_MOST } from '../../src/lib/domain/board-pictures.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { cleanJpeg, JPEG_MAGIC } from './clean-jpeg.ts';
import { cleanPng, PNG_MAGIC } from './clean-png.ts';
import { notAPicture, type CleanPicture } from './picture-bytes.ts';

/**
 * Checks an uploaded picture by its bytes, whatever it was called, and makes it anew without EXIF, XMP, places, words and
 * whatever else was hidden in it (R51). Throws Refusal.
 */
export function cleanPicture(bytes: Uint8Array): CleanPicture {
	if (bytes.length > PICTURE_BYTES_MOST) {
		throw new Refusal('invalid', 'This picture is too large. Please try a smaller one.');
	}
	const begins = (magic: Buffer) => magic.equals(bytes.subarray(0, magic.length));
	if (begins(PNG_MAGIC)) return cleanPng(bytes);
	if (begins(JPEG_MAGIC)) return cleanJpeg(bytes);
	return notAPicture();
}
