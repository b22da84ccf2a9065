import { parseId } from '#lib/domain/ids.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { callerOf } from '../../../../caller.ts';
import { reply } from '../../../../reply.ts';
import type { RequestHandler } from './$types';

/** Takes in a picture for a board: its bytes are the body. */
export const POST: RequestHandler = ({ locals, params, request }) =>
	reply(async () => {
		const caller = callerOf(locals, params);
		const document = parseId<'document'>(params.document);
		if (!document) throw new Refusal('not-found', 'There is no such board.');
		const bytes = new Uint8Array(await request.arrayBuffer());
		return locals.app.pictures.put({ ...caller, document }, bytes);
	});
