import type { RequestEvent } from '@sveltejs/kit';

const LIFE_S = 5 * 60;

function nameIn({ locals }: Pick<RequestEvent, 'locals'>): string {
	return locals.app.config.secure ? '__Host-hearth-challenge' : 'hearth-challenge';
}

/** Remembers which question this browser was asked; its answer is expected once. */
export function keepQuestion(event: Pick<RequestEvent, 'locals' | 'cookies'>, key: string): void {
	const { secure } = event.locals.app.config;
	event.cookies.set(nameIn(event), key, {
		...{ path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LIFE_S }
	});
}

/** The key of the question that this browser answers, or null. */
export function questionOf(event: Pick<RequestEvent, 'locals' | 'cookies'>): string | null {
	return event.cookies.get(nameIn(event)) ?? null;
}
