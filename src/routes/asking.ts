import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { parseId, type Id } from '#lib/domain/ids.ts';
import { isRefusal, Refusal, REFUSAL_STATUS } from '#lib/domain/refusal.ts';
import type { SignedIn } from '../../server/accounts/sign-ins.ts';

/** Where staff can add their second factor when it is overdue (R13). */
const OPEN_WITHOUT_SECOND_FACTOR = /^\/(sign-in|account)(\/|$)/;

/** Who asks for a page; whoever is not signed in is sent to do so and comes back. */
export function askerOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): SignedIn {
	const next = encodeURIComponent(url.pathname);
	if (!locals.signedIn) redirect(303, `/sign-in?next=${next}`);
	const due = locals.signedIn.secondFactorDue;
	const isOverdue = due !== null && due <= locals.app.now() && !locals.app.config.demo;
	if (isOverdue && !OPEN_WITHOUT_SECOND_FACTOR.test(url.pathname)) {
		redirect(303, `/sign-in/second-factor?next=${next}`);
	}
	return locals.signedIn;
}

/** The id in a path; what cannot be one is as unknown as any other (R21). */
export function idIn<
	Kind extends
		| 'group'
		| 'session'
		| 'person'
		| 'invitation'
		| 'artifact'
		| 'template'
		| 'programme'
		| 'request'
		| 'step'
		| 'exercise'
		| 'flag'
>(kind: Kind, text: unknown): Id<Kind> {
	const id = parseId<Kind>(text);
	if (!id) throw new Refusal('not-found', `There is no such ${kind}.`);
	return id;
}

/** What a page's `load` gives; a refusal becomes the error page, in its kind words. */
export async function page<Data>(load: () => Promise<Data>): Promise<Data> {
	try {
		return await load();
	} catch (thrown) {
		if (!isRefusal(thrown)) throw thrown;
		error(REFUSAL_STATUS[thrown.reason], thrown.message);
	}
}

/** What a form is told when it was not taken: all it held comes back with it. */
export interface Unaccepted {
	message: string;
	/** By the field's name. */
	errors: Record<string, string>;
	values: Record<string, string>;
}

/** Fields that are typed anew: what was in them is not sent back. */
const NEVER_RETURNED = ['password', 'newPassword', 'pin', 'code', 'token'];

/** Reads a form and acts on it; what was wrong goes back to the form, beside its field. */
export async function act<Schema extends v.GenericSchema, Done>(
	form: FormData,
	schema: Schema,
	run: (values: v.InferOutput<Schema>) => Promise<Done>
): Promise<Done | ActionFailure<Unaccepted>> {
	const values = Object.fromEntries(
		[...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
	);
	const parsed = v.safeParse(schema, values);
	for (const field of NEVER_RETURNED) delete values[field];
	if (!parsed.success) {
		const errors = Object.fromEntries(
			parsed.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]).reverse()
		);
		return fail(400, { message: 'Please look at what is marked below.', errors, values });
	}
	try {
		return await run(parsed.output);
	} catch (thrown) {
		if (!isRefusal(thrown)) throw thrown;
		const { message, field, reason } = thrown;
		return fail(REFUSAL_STATUS[reason], { message, errors: field ? { [field]: message } : {}, values });
	}
}
