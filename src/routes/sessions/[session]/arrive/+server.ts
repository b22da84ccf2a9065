import { bodyOf } from '../../body.ts';
import { callerOf } from '../../caller.ts';
import { reply } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** Asks to come in. */
export const POST: RequestHandler = ({ locals, params, request }) =>
	reply(async () => {
		const { person, session } = callerOf(locals, params);
		return locals.app.rooms.arrive(person, session, await bodyOf(request));
	});
