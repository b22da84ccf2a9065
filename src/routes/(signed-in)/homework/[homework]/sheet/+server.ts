import { idIn } from '../../../../asking.ts';
import { reply } from '../../../../sessions/reply.ts';
import { openSheet } from '../opened.ts';
import { signedInCaller } from '../signed-in-caller.ts';
import type { RequestHandler } from './$types';

/** The caller's own sheet, for a room that shows it beside the stage. */
export const GET: RequestHandler = ({ locals, params, request }) =>
	reply(async () => {
		const [asker, id] = [signedInCaller(locals), idIn('step', params.homework)];
		return openSheet(locals.app, { asker, id, cookie: request.headers.get('cookie') });
	});
