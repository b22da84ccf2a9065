import { randomBytes } from 'node:crypto';
import { callerOf } from '../../caller.ts';
import { reply } from '../../reply.ts';
import { isRefusal, Refusal } from '#lib/domain/refusal.ts';
import { LINK_TEST_MOST_BYTES } from '#lib/protocol/link-test.ts';
import type { RequestHandler } from './$types';

/** So many bytes of noise, which nothing on the way can make smaller: how fast do they come? */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const bytes = Number(url.searchParams.get('bytes') ?? '0');
	try {
		if (!Number.isInteger(bytes) || bytes < 0 || bytes > LINK_TEST_MOST_BYTES)
			throw new Refusal('invalid', 'A test of the link is not that large.');
		const { person, session } = callerOf(locals, params);
		await locals.app.linkTests.allow(person, session);
		return new Response(randomBytes(bytes), {
			headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }
		});
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return reply(() => Promise.reject(error));
	}
};

/** Takes what is sent and forgets it. Replies with how much it was, in bytes. */
export const POST: RequestHandler = ({ locals, params, request }) =>
	reply(async () => {
		const { person, session } = callerOf(locals, params);
		await locals.app.linkTests.allow(person, session);
		const { byteLength } = await request.arrayBuffer();
		return { bytes: byteLength };
	});
