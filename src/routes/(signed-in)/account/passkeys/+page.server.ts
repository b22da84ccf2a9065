import { freshAskerOf } from '../../../fresh.ts';
import { nextPage } from '../../../next-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	freshAskerOf(event);
	const { searchParams } = event.url;
	return {
		isOwnPhone: searchParams.has('phone'),
		next: searchParams.has('next') ? nextPage(searchParams.get('next')) : '/account'
	};
};
