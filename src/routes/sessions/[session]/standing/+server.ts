import { callerOf } from '../../caller.ts';
import { reply } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** Where the caller stands in the session's room. */
export const GET: RequestHandler = ({ locals, params }) =>
	reply(async () => {
		const { person, session } = callerOf(locals, params);
		return locals.app.rooms.standing(person, session);
	});
