import type { RequestEvent } from '@sveltejs/kit';
import type { GroupId } from '#lib/domain/ids.ts';
import type { SignedIn } from '../../../../server/accounts/sign-ins.ts';
import { act } from '../../asking.ts';
import { TemplateForm } from './template-form.ts';

/** Keeps the steps that a form of a plan holds as a template; all that the form held comes back with it. */
export async function keepTemplate(event: RequestEvent, asker: SignedIn, groupOf: () => Promise<GroupId>) {
	const form = await event.request.formData();
	return act(form, TemplateForm, async ({ templateTitle: title, templateShared, plan }) => {
		const shared = templateShared === 'on';
		await event.locals.app.templates.keep(asker, await groupOf(), { title, plan, shared });
		const { templateTitle: _title, templateShared: _shared, ...values } = Object.fromEntries(form);
		return { keptAs: title, errors: {}, values: values as Record<string, string> };
	});
}
