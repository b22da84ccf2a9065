import type { Config } from '../config.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { type Cookie, cookie, cookieName, readCookie } from './cookies.ts';
import type { EndedSignIn, IssuedSignIn, NewSignIn, SignedIn, SignIns } from './sign-ins.ts';
import { parseToken } from './token.ts';

/** Sign-ins as browsers have them: a token in a cookie (R02). */
export class BrowserSignIns {
	readonly #config: Pick<Config, 'secure'>;
	readonly #signIns: SignIns;
	readonly #now: () => number;

	constructor(config: Pick<Config, 'secure'>, signIns: SignIns, now: () => number) {
		this.#config = config;
		this.#signIns = signIns;
		this.#now = now;
	}

	/** Who a request's Cookie header signs in, or null. It counts as a look, not as a use. */
	async authenticate(cookieHeader: string | null | undefined): Promise<SignedIn | null> {
		const token = this.#token(cookieHeader);
		return token ? this.#signIns.validate(token) : null;
	}

	/** Signs a browser in; one that was signed in as somebody before is signed out of that (R05). */
	async begin(sign: NewSignIn, cookieHeader: string | null | undefined): Promise<Cookie> {
		const before = await this.authenticate(cookieHeader);
		if (before) await this.#signIns.revoke(before.signIn);
		return this.#cookie(await this.#signIns.create(sign));
	}

	/** A new token after a fresh proof (R05, R10); null when the sign-in ended meanwhile. */
	async renew(
		cookieHeader: string | null | undefined,
		proof: { secondFactor: boolean }
	): Promise<Cookie | null> {
		const token = this.#token(cookieHeader);
		const issued = token && (await this.#signIns.rotate(token, proof));
		return issued ? this.#cookie(issued) : null;
	}

	/** Signs out: the row, and through `onEnded` the sockets and the media (R06). */
	async end(cookieHeader: string | null | undefined): Promise<Cookie> {
		const signedIn = await this.authenticate(cookieHeader);
		if (signedIn) await this.#signIns.revoke(signedIn.signIn);
		return cookie(this.#config, 'sign-in', '', 0);
	}

	touch(signIn: string): Promise<void> {
		return this.#signIns.touch(signIn);
	}

	list(person: PersonId): Promise<SignedIn[]> {
		return this.#signIns.list(person);
	}

	revoke(signIn: string): Promise<void> {
		return this.#signIns.revoke(signIn);
	}

	revokePerson(person: PersonId, except?: string): Promise<void> {
		return this.#signIns.revokePerson(person, except);
	}

	sweep(): Promise<void> {
		return this.#signIns.sweep();
	}

	onEnded(listener: (ended: EndedSignIn) => void): void {
		this.#signIns.onEnded(listener);
	}

	#token(cookieHeader: string | null | undefined): string | null {
		return parseToken(readCookie(cookieHeader, cookieName(this.#config, 'sign-in')));
	}

	#cookie({ token, endsAt }: IssuedSignIn): Cookie {
		return cookie(this.#config, 'sign-in', token, endsAt - this.#now());
	}
}
