import type { PictureType } from '#lib/domain/board-pictures.ts';

/** A picture's bytes as nothing but that: no browser takes them for a page, and nobody else's page shows them (R42, R51). */
export function pictureReply(type: PictureType, bytes: Uint8Array): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': type,
			'Content-Disposition': 'inline',
			'Content-Security-Policy': "default-src 'none'; sandbox",
			'Cross-Origin-Resource-Policy': 'same-origin',
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': 'no-store'
		}
	});
}
