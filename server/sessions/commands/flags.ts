import * as v from 'valibot';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, type Flag, lineDocument, OUTCOME_CHARACTERS } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { newFlag } from '../room/new-flag.ts';
import type { Command, Outcome } from './command.ts';
import { id, someWords, words } from './input.ts';
import { onLine, ownLine } from './talk.ts';

/** Risk signals for staff, and the way from one to its clearance (S02-S04). */

export const support: Command<'support'> = {
	input: v.object({ text: words(1000) }),
	run({ room, me, now }, { text }) {
		// Nobody looks at a desk that was signed off: whoever asks then is told so, with the numbers still in sight.
		if (room.session.state === 'signed-off') throw new Refusal('conflict', 'This session is over.');
		const flag = newFlag(room, { person: me.person, cause: 'support', at: now });
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
	input: v.object({ flag: id<'flag'>(), outcome: someWords(OUTCOME_CHARACTERS) }),
	run({ room, me, now }, input) {
		const flag = flagOf(room, input.flag);
		if (flag.state.is === 'cleared') throw new Refusal('conflict', 'This has been cleared already.');
		const state: Flag['state'] = { is: 'cleared', by: me.person, at: now, outcome: input.outcome };
		return { ...setFlag({ ...flag, state }), about: flag.person };
	}
};

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
