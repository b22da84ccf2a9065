import { callerOf } from '../../caller.ts';
import { homeworkHere } from '../../homework-here.ts';
import { reply } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** What the caller may know of the homework that this session looks back at, or sets. */
export const GET: RequestHandler = ({ locals, params }) =>
	reply(async () => {
		const { session } = callerOf(locals, params);
		return homeworkHere(locals.app, locals.signedIn!, session);
	});
