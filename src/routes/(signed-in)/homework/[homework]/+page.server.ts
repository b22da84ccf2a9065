import { askerOf, idIn, page } from '../../../asking.ts';
import { openSheet } from './opened.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(() => {
		const [asker, id] = [askerOf(event), idIn('step', event.params.homework)];
		return openSheet(event.locals.app, { asker, id, cookie: event.request.headers.get('cookie') });
	});
