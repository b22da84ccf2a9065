import { callerOf } from '../../caller.ts';
import { reply } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** What the caller finds behind the door (S21). */
export const GET: RequestHandler = ({ locals, params }) =>
	reply(async () => {
		const { session } = callerOf(locals, params);
		return locals.app.aftercare.of(locals.signedIn!, session);
	});
