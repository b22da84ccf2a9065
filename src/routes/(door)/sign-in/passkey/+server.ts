import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { jsonAnswer } from '../../../json-answer.ts';
import { nextPage } from '../../../next-page.ts';
import { keepQuestion, questionOf } from '../../../passkey-cookie.ts';
import { AuthenticationResponse } from '../../../passkey-response.ts';
import { setCookies, visitorOf } from '../../../visitor.ts';
import type { RequestEvent, RequestHandler } from './$types';

const Purpose = v.picklist(['sign-in', 'again']);
const Question = v.object({ purpose: Purpose });
const Answer = v.object({
	purpose: Purpose,
	next: v.optional(v.string(), ''),
	response: AuthenticationResponse
});

/** Asks the browser for a passkey: of one person where it is known who is here, else any of ours. */
export const POST: RequestHandler = (event) =>
	jsonAnswer(async () => {
		const { purpose } = await read(event, Question);
		const { accounts } = event.locals.app;
		const cookieHeader = event.request.headers.get('cookie');
		const device = await accounts.devices.look(cookieHeader);
		const half = accounts.waysIn.halfDone(cookieHeader);
		const own = device?.lock === 'passkey' ? device.person : null;
		const person = purpose === 'again' ? (event.locals.signedIn?.person ?? null) : (half ?? own);
		const { options, key } = await accounts.passkeys.question(person);
		keepQuestion(event, key);
		return { options };
	});

/** The browser's answer: signs in, or proves again who is signed in (R10). */
export const PUT: RequestHandler = (event) =>
	jsonAnswer(async () => {
		const { purpose, next, response } = await read(event, Answer);
		const { accounts } = event.locals.app;
		const [visitor, key] = [visitorOf(event), questionOf(event)];
		if (purpose === 'sign-in') {
			setCookies(event, (await accounts.waysIn.withPasskey(visitor, key, response)).cookies);
		} else {
			const { signedIn } = event.locals;
			if (!signedIn) throw new Refusal('not-signed-in', 'You have been signed out. Please sign in again.');
			setCookies(event, [await accounts.stepUp.proveByPasskey(visitor, signedIn, key, response)]);
		}
		return { next: nextPage(next) };
	});

async function read<Schema extends v.GenericSchema>(
	{ request }: Pick<RequestEvent, 'request'>,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const parsed = v.safeParse(schema, await request.json().catch(() => null));
	if (!parsed.success) throw new Refusal('invalid', 'This browser sent something that cannot be read.');
	return parsed.output;
}
