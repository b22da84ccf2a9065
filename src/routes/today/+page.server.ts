import type { PageServerLoad } from './$types';

/** Where the quick exit leads (S08): a page that says nothing about anyone, and that anyone may open. */
export const load: PageServerLoad = ({ locals }) => ({ now: locals.app.now() });
