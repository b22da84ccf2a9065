import * as v from 'valibot';
import { HOMEWORK_PROGRESS } from '#lib/domain/homework.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { idIn } from '../../../../asking.ts';
import { bodyOf } from '../../../../sessions/body.ts';
import { reply } from '../../../../sessions/reply.ts';
import { signedInCaller } from '../signed-in-caller.ts';
import type { RequestHandler } from './$types';

const Body = v.object({ progress: v.picklist(HOMEWORK_PROGRESS) });

/** How far the caller is. */
export const GET: RequestHandler = ({ locals, params }) =>
	reply(async () => {
		const { homework } = await locals.app.homeworks.open(
			signedInCaller(locals),
			idIn('step', params.homework)
		);
		return homework.mine;
	});

/** How far the caller says they are. */
export const POST: RequestHandler = ({ locals, params, request }) =>
	reply(async () => {
		const caller = signedInCaller(locals);
		const body = v.safeParse(Body, await bodyOf(request));
		if (!body.success) throw new Refusal('invalid', 'The request could not be read.');
		const { progress } = body.output;
		return { artifact: await locals.app.homeworks.reach(caller, idIn('step', params.homework), progress) };
	});
