import { Refusal } from '#lib/domain/refusal.ts';
import type { SignedIn } from '../../../../../server/accounts/sign-ins.ts';

/** Who calls from an open page. Throws Refusal. */
export function signedInCaller({ signedIn }: App.Locals): SignedIn {
	if (signedIn) return signedIn;
	throw new Refusal(
		'not-signed-in',
		'You are signed out. Sign in again; what you wrote is kept on this page.'
	);
}
