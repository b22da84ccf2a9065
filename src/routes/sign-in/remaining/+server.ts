import { json } from '@sveltejs/kit';
import type { SignedIn } from '../../../../server/accounts/sign-ins.ts';
import type { RequestHandler } from './$types';

/** How long the sign-in lasts without use, in ms; asking is no use of it (R03). */
export const GET: RequestHandler = ({ locals }) => reply(locals.signedIn, locals.app.now());

/** The same, from somebody who is here: asking this way is a use, as every other request is. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const { accounts, now } = locals.app;
	return reply(await accounts.signIns.authenticate(request.headers.get('cookie')), now());
};

function reply(signedIn: SignedIn | null, now: number): Response {
	return json({
		leftMs: signedIn ? signedIn.expiresAt - now : 0,
		leftInAllMs: signedIn ? signedIn.endsAt - now : 0,
		who: signedIn?.person ?? null
	});
}
