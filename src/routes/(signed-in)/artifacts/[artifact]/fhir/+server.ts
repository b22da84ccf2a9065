import { Refusal } from '#lib/domain/refusal.ts';
import { askerOf, idIn, page } from '../../../../asking.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const bundle = await event.locals.app.fhir.ofArtifact(asker, idIn('artifact', event.params.artifact));
		if (!bundle) throw new Refusal('not-found', 'There is no such worksheet.');
		return new Response(JSON.stringify(bundle, null, 2), {
			headers: {
				'Content-Type': 'application/fhir+json',
				'Content-Disposition': 'attachment; filename="worksheet.fhir.json"',
				'Cache-Control': 'no-store'
			}
		});
	});
