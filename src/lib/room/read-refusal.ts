import { Refusal, REFUSAL_STATUS, type RefusalReason } from '#lib/domain/refusal.ts';

const NO_WORDS = 'That did not work. Nothing you wrote is lost. Please try again.';

/** The refusal that a reply holds; kind words of our own when it holds none. */
export function refusalOf(status: number, body: Record<string, unknown> | null): Refusal {
	const message = typeof body?.message === 'string' && body.message !== '' ? body.message : NO_WORDS;
	const field = typeof body?.field === 'string' ? body.field : undefined;
	return new Refusal(reasonOf(status, body?.reason), message, field);
}

/** What to say to the person when something went wrong. */
export function wordsFor(error: unknown): string {
	return error instanceof Error && error.name === 'Refusal' ? error.message : NO_WORDS;
}

function reasonOf(status: number, reason: unknown): RefusalReason {
	if (typeof reason === 'string' && Object.hasOwn(REFUSAL_STATUS, reason)) return reason as RefusalReason;
	return status === 401 ? 'not-signed-in' : 'unavailable';
}
