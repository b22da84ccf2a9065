import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** How long the sign-in lasts without use, in ms; asking is no use of it (R03). */
export const GET: RequestHandler = ({ locals }) => {
	const { signedIn, app } = locals;
	const leftMs = signedIn ? signedIn.expiresAt - app.now() : 0;
	const leftInAllMs = signedIn ? signedIn.endsAt - app.now() : 0;
	return json({ leftMs, leftInAllMs });
};
