import { askerOf, page } from '../../../../asking.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	page(async () => {
		const { exercise } = event.params;
		const questionnaire = await event.locals.app.library.questionnaire(askerOf(event), exercise);
		return new Response(JSON.stringify(questionnaire, null, 2), {
			headers: {
				'Content-Type': 'application/fhir+json',
				'Content-Disposition': 'attachment; filename="questionnaire.fhir.json"',
				'Cache-Control': 'no-store'
			}
		});
	});
