import type { PictureId } from '#lib/domain/ids.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { refusalOf } from '#lib/room/read-refusal.ts';

/** The pictures of one board. */
export interface Pictures {
	/** Takes a picture in; rejects with what the person is told when it is not taken. */
	put(picture: Blob): Promise<PictureId>;
	addressOf(picture: PictureId): string;
}

const NOT_REACHED = 'The picture could not be sent. Please try again when you are connected.';

/** Pictures that the server keeps under this address. */
export function picturesAt(address: string): Pictures {
	return {
		async put(picture) {
			const reply = await fetch(address, { method: 'POST', body: picture }).catch(() => {
				throw new Refusal('unavailable', NOT_REACHED);
			});
			const body = (await reply.json().catch(() => null)) as Record<string, unknown> | null;
			if (!reply.ok || typeof body?.id !== 'string') throw refusalOf(reply.status, body);
			return body.id as PictureId;
		},
		addressOf: (picture) => `${address}/${picture}`
	};
}
