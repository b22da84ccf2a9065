import type { PictureId } from './ids.ts';

/** What a picture on a board may be. The browser makes it so, and the server takes nothing else (R51). */

/** In pixels, each side. */
export const PICTURE_SIDE_MOST = 1600;
export const PICTURE_SIDE_LEAST = 8;
export const PICTURE_BYTES_MOST = 300_000;
/** How many a person can put on the boards of one session, and everyone together. */
export const PICTURES_OF_A_PERSON = 12;
export const PICTURES_OF_A_SESSION = 40;
/** What a picture shows, in words. */
export const PICTURE_WORDS_MOST = 300;

export type PictureType = 'image/png' | 'image/jpeg';

/** A picture as it is kept with a board. */
export interface PictureJson {
	type: PictureType;
	/** In base64; left out on a page, which asks for it by its address. */
	data?: string;
}

/** The pictures of a kept board, by id. */
export type PicturesJson = Readonly<Record<PictureId, PictureJson>>;

/** Where the bytes of a picture are to be had; null when they are not. */
export type AddressOf = (picture: PictureId) => string | null;

/** For a file that stands alone: the bytes themselves. */
export const embeddedIn =
	(pictures: PicturesJson = {}): AddressOf =>
	(id) => {
		const picture = pictures[id];
		return picture?.data === undefined ? null : `data:${picture.type};base64,${picture.data}`;
	};
