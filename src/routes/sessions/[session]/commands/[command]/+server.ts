import { reply } from '../../../reply.ts';
import { callerOf } from '../../../caller.ts';
import { bodyOf } from '../../../body.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, params, request }) =>
	reply(async () => {
		const { person, session } = callerOf(locals, params);
		const key = request.headers.get('Idempotency-Key') ?? '';
		return locals.app.rooms.command(session, {
			name: params.command,
			key,
			body: await bodyOf(request),
			by: person
		});
	});
