import {
	browserSupportsWebAuthn,
	browserSupportsWebAuthnAutofill,
	startAuthentication,
	startRegistration
} from '@simplewebauthn/browser';

/** What came of asking the browser for a passkey: done, with where to go on, or words for the person. */
export type PasskeyOutcome = { done: true; next: string } | { done: false; message: string };

export interface PasskeyWish {
	/** 'again' proves who is signed in already (R10). */
	purpose: 'sign-in' | 'again';
	next: string;
	/** Offers passkeys in the mail field's own list instead of in a dialog; resolves when one was picked. */
	quietly?: boolean;
}

export interface NewPasskeyWish {
	next: string;
	/** Lets it open this phone next time (R04). */
	isOwnPhone: boolean;
	/** Ends the person's sign-ins in all other browsers (R09). */
	endOthers: boolean;
}

const SIGN_IN = '/sign-in/passkey';
const ACCOUNT = '/account/passkeys/proposal';

export function canUsePasskeys(): boolean {
	return browserSupportsWebAuthn();
}

export function canOfferQuietly(): Promise<boolean> {
	return browserSupportsWebAuthnAutofill();
}

export function signInWithPasskey({ purpose, next, quietly = false }: PasskeyWish): Promise<PasskeyOutcome> {
	return outcome(async () => {
		const { options } = await send('POST', SIGN_IN, { purpose });
		const response = await startAuthentication({ optionsJSON: options, useBrowserAutofill: quietly });
		return send('PUT', SIGN_IN, { purpose, next, response });
	});
}

/** Makes a passkey for who is signed in. */
export function addPasskey(wish: NewPasskeyWish): Promise<PasskeyOutcome> {
	return outcome(async () => {
		const { options } = await send('POST', ACCOUNT, {});
		const response = await startRegistration({ optionsJSON: options });
		return send('PUT', ACCOUNT, { ...wish, response });
	});
}

async function outcome(run: () => Promise<{ next: string }>): Promise<PasskeyOutcome> {
	try {
		return { done: true, next: (await run()).next };
	} catch (error) {
		// Translated for the person: a closed dialog, a browser that cannot, or what the server said.
		return { done: false, message: words(error) };
	}
}

function words(error: unknown): string {
	if (error instanceof Said) return error.message;
	const name = error instanceof Error ? error.name : '';
	if (name === 'AbortError') return '';
	if (name === 'NotAllowedError') return 'Nothing was changed: the dialog was closed, or it took too long.';
	if (name === 'InvalidStateError') return 'This device has a passkey for your account already.';
	if (name === 'SecurityError') {
		return 'Passkeys do not work at this address. They need a name with https, or localhost.';
	}
	return 'This browser could not do it. Please try again, or choose another way.';
}

/** The server's own words. */
class Said extends Error {}

async function send(method: 'POST' | 'PUT', path: string, body: unknown) {
	const headers = { 'Content-Type': 'application/json' };
	const reply = await fetch(path, { method, headers, body: JSON.stringify(body) });
	const answer = await reply.json();
	if (!reply.ok) throw new Said(answer.message ?? 'That did not work. Please try again.');
	return answer;
}
