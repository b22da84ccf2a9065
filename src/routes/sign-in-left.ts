import type { TimeLeft } from '#lib/ui/idle-watch.ts';

const PATH = '/sign-in/remaining';

/** How long the sign-in lasts; asking is no use of it (R03). */
export function lookAtSignIn(): Promise<TimeLeft> {
	return ask('GET');
}

/** Says that somebody is here. */
export function stayedSignedIn(): Promise<TimeLeft> {
	return ask('POST');
}

async function ask(method: 'GET' | 'POST'): Promise<TimeLeft> {
	const reply = await fetch(PATH, { method, cache: 'no-store' });
	if (!reply.ok) throw new Error(`The server did not say how long the sign-in lasts: ${reply.status}.`);
	return reply.json();
}
