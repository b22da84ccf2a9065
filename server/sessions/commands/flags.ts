import * as v from 'valibot';
import { newId, type PersonId, type StepId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, type Flag, lineDocument } from '../../../src/lib/domain/room.ts';
import { hasWorksheet } from '../../../src/lib/domain/plan.ts';
import { risksIn } from '../../../src/lib/domain/worksheet-risks.ts';
import { exerciseOf } from '../room/exercise-of.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { stepOfPlan } from './stage.ts';
import type { Command, CommandContext, Outcome } from './command.ts';
import { id, someWords, words } from './input.ts';
import { onLine, ownLine } from './talk.ts';

/** Risk signals for staff, and the way from one to its clearance (S02-S04). */

export const support: Command<'support'> = {
	input: v.object({ text: words(1000) }),
	run(context, { text }) {
		const { room, me, now } = context;
		// Nobody looks at a desk that was signed off: whoever asks then is told so, with the numbers still in sight.
		if (room.session.state === 'signed-off') throw new Refusal('conflict', 'This session is over.');
		const flag = newFlag(context, me.person, 'support');
		// Who has not come to the door yet has no line: the flag reaches the facilitators all the same (S02).
		const line = room.documents.line.has(me.person)
			? onLine(room, me.person, ownLine(me, text || 'Support, please.', now, 'support'))
			: {};
		return {
			...withFlag(line, flag),
			// The button stays the same whether or not anyone is there; whether it reached someone is said truly.
			reply: { delivered: room.leaderHere }
		};
	}
};

export const acknowledgeFlag: Command<'acknowledge-flag'> = {
	input: v.object({ flag: id<'flag'>() }),
	run({ room, me, now }, input) {
		const flag = flagOf(room, input.flag);
		if (flag.state.is !== 'open') return {};
		const changed: Flag = { ...flag, state: { is: 'acknowledged', by: me.person, at: now } };
		return { ...setFlag(changed), ...seenOnLine(flag, me.alias), about: flag.person };
	}
};

export const clearFlag: Command<'clear-flag'> = {
	input: v.object({ flag: id<'flag'>(), outcome: someWords(1000) }),
	run({ room, me, now }, input) {
		const flag = flagOf(room, input.flag);
		if (flag.state.is === 'cleared') throw new Refusal('conflict', 'This has been cleared already.');
		const state: Flag['state'] = { is: 'cleared', by: me.person, at: now, outcome: input.outcome };
		return { ...setFlag({ ...flag, state }), about: flag.person };
	}
};

/**
 * The flag that a finished sheet raises, if any (S03). Only a sheet that a facilitator may read can flag:
 * what is written for oneself alone flags nothing (S05).
 */
export async function sheetFlag(
	context: CommandContext,
	{ step, person }: { step: StepId; person: PersonId }
): Promise<Flag | null> {
	const { room } = context;
	const sheet = room.sheetOf(step, person);
	const planned = stepOfPlan(room, step);
	const exercise = hasWorksheet(planned) ? exerciseOf(room, planned, person) : null;
	if (sheet?.kind !== 'folder' || !exercise) return null;
	const risks = await room.content.read(sheet.id, (doc) => risksIn(doc, exercise, sheet.kind));
	const risk = risks.find((one) => !one.quiet) ?? risks[0];
	const open = [...room.state.flags.values()].some(
		(flag) => flag.person === person && flag.cause === risk?.cause && flag.state.is !== 'cleared'
	);
	return risk && !open ? { ...newFlag(context, person, risk.cause), quiet: risk.quiet } : null;
}

function newFlag({ room, now }: CommandContext, person: PersonId, cause: Flag['cause']): Flag {
	const name = room.placement(person)?.alias ?? '';
	return { id: newId<'flag'>(), person, name, cause, quiet: false, at: now, state: { is: 'open' } };
}

function withFlag(outcome: Outcome, flag: Flag): Outcome {
	return {
		...outcome,
		desk: (doc) => {
			outcome.desk?.(doc);
			deskDocument(doc).flags.set(flag.id, flag);
		}
	};
}

function setFlag(flag: Flag): Outcome {
	return { desk: (doc) => void deskDocument(doc).flags.set(flag.id, flag) };
}

/** Tells the member that their call for support was seen, and by whom (S02). */
function seenOnLine(flag: Flag, by: string): Outcome {
	if (flag.cause !== 'support') return {};
	return {
		lines: [
			[
				flag.person,
				(doc) => {
					const { lines } = lineDocument(doc);
					lines.toArray().forEach((one, index) => {
						if (one.kind !== 'support' || one.seenBy.includes(by)) return;
						lines.delete(index);
						lines.insert(index, [{ ...one, seenBy: [...one.seenBy, by] }]);
					});
				}
			]
		]
	};
}

function flagOf(room: LiveRoom, flag: string): Flag {
	const found = room.state.flags.get(flag);
	if (!found) throw new Refusal('not-found', 'This flag is not there any more.');
	return found;
}
