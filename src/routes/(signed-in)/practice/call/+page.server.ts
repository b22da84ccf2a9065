import { Refusal } from '#lib/domain/refusal.ts';
import { askerOf, page } from '../../../asking.ts';
import type { PageServerLoad } from './$types';

/** What the practice's own people need to see whether calls will work. */
export const load: PageServerLoad = (event) =>
	page(async () => {
		const { person, staff } = askerOf(event);
		if (!staff) throw new Refusal('not-allowed', 'Only the practice’s own people can see this.');
		const { config, signal } = event.locals.app;
		return { relays: signal.relaysFor(person), isSecure: config.secure, hasSfu: signal.hasSfu };
	});
