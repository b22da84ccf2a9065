import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { freshCallerOf } from '../../../../fresh.ts';
import { jsonAnswer } from '../../../../json-answer.ts';
import { nextPage } from '../../../../next-page.ts';
import { keepQuestion, questionOf } from '../../../../passkey-cookie.ts';
import { RegistrationResponse } from '../../../../passkey-response.ts';
import { setCookies, visitorOf } from '../../../../visitor.ts';
import type { RequestHandler } from './$types';

const Made = v.object({
	isOwnPhone: v.boolean(),
	endOthers: v.boolean(),
	next: v.string(),
	response: RegistrationResponse
});

/** What the browser needs to make a passkey for who is signed in, and proved it a moment ago (R10). */
export const POST: RequestHandler = (event) =>
	jsonAnswer(async () => {
		const { person, name } = freshCallerOf(event);
		const { options, key } = await event.locals.app.accounts.passkeys.proposal(person, name);
		keepQuestion(event, key);
		return { options };
	});

export const PUT: RequestHandler = (event) =>
	jsonAnswer(async () => {
		const { person, signIn } = freshCallerOf(event);
		const made = v.safeParse(Made, await event.request.json().catch(() => null));
		if (!made.success) throw new Refusal('invalid', 'This browser sent something that cannot be read.');
		const { response, isOwnPhone, endOthers, next } = made.output;
		const { cookieHeader, label } = visitorOf(event);
		const added = { label, isOwnPhone, cookieHeader };
		const { own, signIns } = event.locals.app.accounts;
		const device = await own.addPasskey(person, questionOf(event), response, added);
		setCookies(event, device ? [device] : []);
		if (endOthers) await signIns.revokePerson(person, signIn);
		return { next: nextPage(next) };
	});
