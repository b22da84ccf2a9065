import { parseId } from '#lib/domain/ids.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { askerOf, idIn, page } from '../../../../../asking.ts';
import { pictureReply } from '../../../../../picture-reply.ts';
import type { RequestHandler } from './$types';

/** A picture of a kept board, for those who may read the board. */
export const GET: RequestHandler = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const artifact = await event.locals.app.artifacts.get(asker, idIn('artifact', event.params.artifact));
		const id = parseId<'picture'>(event.params.picture);
		const pictures = artifact?.body.kind === 'board' ? artifact.body.board.pictures : undefined;
		const picture = id ? pictures?.[id] : undefined;
		if (!picture?.data) throw new Refusal('not-found', 'There is no such picture.');
		return pictureReply(picture.type, Buffer.from(picture.data, 'base64'));
	});
