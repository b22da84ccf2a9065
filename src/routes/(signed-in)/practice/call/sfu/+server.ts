import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { askerOf } from '../../../../asking.ts';
import { reply } from '../../../../sessions/reply.ts';
import type { RequestHandler } from './$types';

const Offer = v.strictObject({ sdp: v.pipe(v.string(), v.maxLength(48_000)) });

/** Answers the offer of a browser that tries whether its media would reach the SFU. For the practice's own people. */
export const POST: RequestHandler = (event) =>
	reply(async () => {
		const { person, staff } = askerOf(event);
		if (!staff) throw new Refusal('not-allowed', 'Only the practice’s own people can do this.');
		const offer = v.safeParse(Offer, await event.request.json().catch(() => null));
		if (!offer.success) throw new Refusal('invalid', 'This is no offer of a browser.');
		return { sdp: await event.locals.app.signal.trySfu(person, offer.output.sdp) };
	});
