import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const practice = await locals.app.accounts.practice();
	return { practice: practice?.name ?? null, crisisLines: practice?.crisisLines ?? [] };
};
