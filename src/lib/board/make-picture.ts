import { PICTURE_BYTES_MOST, PICTURE_SIDE_LEAST } from '#lib/domain/board-pictures.ts';
import { Refusal } from '#lib/domain/refusal.ts';

/** A picture that was made small enough, out of its pixels alone: what else was in the file stays behind. */
export interface MadePicture {
	blob: Blob;
	width: number;
	height: number;
}

/** Longer sides than this show nothing more on a sheet, in pixels. */
const SIDES = [1280, 1024, 800, 640];
const QUALITIES = [0.85, 0.7];
const UNREADABLE = 'This kind of picture cannot be read here. A photo (JPEG) or a drawing (PNG) can.';

/** Scales a file down and draws it anew: EXIF, places and all else that is not seen are gone (R51). */
export async function makePicture(file: Blob): Promise<MadePicture> {
	const bitmap = await createImageBitmap(file).catch(() => {
		throw new Refusal('invalid', UNREADABLE);
	});
	const { width, height } = bitmap;
	if (Math.min(width, height) < PICTURE_SIDE_LEAST)
		throw new Refusal('invalid', 'This picture is too small to be seen.');
	for (const side of SIDES) {
		const scale = Math.min(1, side / Math.max(width, height));
		const size = {
			width: Math.max(PICTURE_SIDE_LEAST, Math.round(width * scale)),
			height: Math.max(PICTURE_SIDE_LEAST, Math.round(height * scale))
		};
		const canvas = new OffscreenCanvas(size.width, size.height);
		const paper = canvas.getContext('2d')!;
		// A drawing keeps what is clear in it, as long as it is small enough.
		if (file.type === 'image/png') {
			paper.drawImage(bitmap, 0, 0, size.width, size.height);
			const png = await canvas.convertToBlob({ type: 'image/png' });
			if (png.size <= PICTURE_BYTES_MOST) return { blob: png, ...size };
		}
		paper.fillStyle = '#ffffff';
		paper.fillRect(0, 0, size.width, size.height);
		paper.drawImage(bitmap, 0, 0, size.width, size.height);
		for (const quality of QUALITIES) {
			const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
			if (blob.size <= PICTURE_BYTES_MOST) return { blob, ...size };
		}
	}
	throw new Refusal('invalid', 'This picture is too large. Please try a smaller one.');
}
