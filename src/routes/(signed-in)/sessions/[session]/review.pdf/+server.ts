import { askerOf, idIn, page } from '../../../../asking.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	page(async () => {
		const { reviews } = event.locals.app;
		const { name, bytes } = await reviews.pdf(askerOf(event), idIn('session', event.params.session));
		return new Response(new Uint8Array(bytes), {
			headers: {
				'Content-Type': 'application/pdf',
				'Content-Disposition': `attachment; filename="${name}"`
			}
		});
	});
