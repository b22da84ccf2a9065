import { Refusal } from '#lib/domain/refusal.ts';
import { askerOf, idIn, page } from '../../../../../asking.ts';
import type { RequestHandler } from './$types';

const FORMS = ['svg', 'pdf', 'txt'] as const;

export const GET: RequestHandler = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const form = FORMS.find((one) => one === event.params.form);
		const sheet = Number(event.url.searchParams.get('sheet') ?? 1);
		const { boardFiles } = event.locals.app;
		const id = idIn('artifact', event.params.artifact);
		const file = form ? await boardFiles.get(asker, id, { form, sheet }) : null;
		if (!file) throw new Refusal('not-found', 'There is no such board.');
		return new Response(new Uint8Array(file.bytes), {
			headers: {
				'Content-Type': file.type,
				'Content-Disposition': `attachment; filename="${file.name}"`,
				'Cache-Control': 'no-store'
			}
		});
	});
