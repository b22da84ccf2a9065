import { askerOf } from '../asking.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { name, staff } = askerOf(event);
	const practice = await event.locals.app.accounts.practice();
	return { me: { name, staff }, crisisLines: practice?.crisisLines ?? [] };
};
