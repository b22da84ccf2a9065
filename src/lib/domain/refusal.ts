/** Why a request was refused; each has one HTTP status. */
export type RefusalReason =
	| 'invalid'
	| 'not-signed-in'
	| 'not-allowed'
	| 'not-found'
	| 'conflict'
	| 'locked'
	| 'too-many'
	| 'stale-sign-in'
	| 'unavailable';

export const REFUSAL_STATUS: Record<RefusalReason, number> = {
	invalid: 400,
	'not-signed-in': 401,
	'not-allowed': 403,
	'not-found': 404,
	conflict: 409,
	locked: 423,
	'too-many': 429,
	'stale-sign-in': 403,
	unavailable: 503
};

/**
 * An error that is shown to the person, in kind words that say what to do.
 * `field` names the input it is about, when there is one.
 */
export class Refusal extends Error {
	override readonly name = 'Refusal';
	readonly reason: RefusalReason;
	readonly field: string | undefined;

	constructor(reason: RefusalReason, message: string, field?: string) {
		super(message);
		this.reason = reason;
		this.field = field;
	}
}

/** The server's bundle and its services load this module once each, so the class is known by its name. */
export function isRefusal(error: unknown): error is Refusal {
	return error instanceof Error && error.name === 'Refusal';
}
