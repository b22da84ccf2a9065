import { askerOf, idIn, page } from '../../../../asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(() => event.locals.app.noteDrafts.of(askerOf(event), idIn('session', event.params.session)));
