import type { App as Hearth } from '../server/app.ts';
import type { LinesForSomeone } from '#lib/domain/practice.ts';
import type { SignedIn } from '../server/accounts/sign-ins.ts';

declare global {
	namespace App {
		interface Locals {
			/** The services, built once by `server/app.ts`. */
			app: Hearth;
			/** Who is signed in on this browser, or null. */
			signedIn: SignedIn | null;
		}
		interface PageData {
			/** On a worksheet's screen: whom to call, in the top line (S02). */
			help?: LinesForSomeone;
			/** The group that a page is about. */
			group?: { name: string };
		}
		interface Error {
			message: string;
			/** An id that the server's log carries too, so that a person can ask about it. */
			id?: string;
		}
	}
}

export {};
