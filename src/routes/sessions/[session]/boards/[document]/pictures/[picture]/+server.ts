import { parseId } from '#lib/domain/ids.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { page } from '../../../../../../asking.ts';
import { callerOf } from '../../../../../caller.ts';
import { pictureReply } from '../../../../../../picture-reply.ts';
import type { RequestHandler } from './$types';

/** A picture that stands on a board, for those who see it there. */
export const GET: RequestHandler = ({ locals, params }) =>
	page(async () => {
		const caller = callerOf(locals, params);
		const document = parseId<'document'>(params.document);
		const id = parseId<'picture'>(params.picture);
		const picture = document && id && (await locals.app.pictures.get({ ...caller, document }, id));
		if (!picture) throw new Refusal('not-found', 'There is no such picture.');
		return pictureReply(picture.type, picture.bytes);
	});
