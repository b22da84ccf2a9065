import type { App as Hearth } from '../server/app.ts';
import type { SignedIn } from '../server/accounts/sign-ins.ts';

declare global {
	namespace App {
		interface Locals {
			/** The services, built once by `server/app.ts`. */
			app: Hearth;
			/** Who is signed in on this browser, or null. */
			signedIn: SignedIn | null;
		}
		interface Error {
			message: string;
			/** An id that the server's log carries too, so that a person can ask about it. */
			id?: string;
		}
	}
}

export {};
