import { callerOf } from '../../caller.ts';
import { reply } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** What a person's browser needs to join the call of the room they are in. */
export const POST: RequestHandler = ({ locals, params, request }) =>
	reply(async () => {
		const { session } = callerOf(locals, params);
		return locals.app.signal.ticket(locals.signedIn!, session, request.headers.get('user-agent'));
	});
