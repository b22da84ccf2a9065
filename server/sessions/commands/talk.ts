import * as v from 'valibot';
import type * as Y from 'yjs';
import { leads, type Placement } from '../../../src/lib/domain/group.ts';
import { breakoutOf } from '../../../src/lib/domain/breakouts.ts';
import { talkDocument } from '../../../src/lib/domain/breakout-talk.ts';
import { type BreakoutId, newId, type PersonId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import {
	type ChatLine,
	deskDocument,
	doorDocument,
	lineDocument,
	type OwnLine,
	roomDocument
} from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command, Outcome } from './command.ts';
import { id, someWords } from './input.ts';

/** The group's chat, and each member's private line to the facilitators. Members never write to one another alone (S19). */

const LINE_CHARACTERS = 2000;
const line = v.object({ text: someWords(LINE_CHARACTERS) });

const breakout = v.optional(v.nullable(id<'breakout'>()), null);

export const chat: Command<'chat'> = {
	input: v.object({ ...line.entries, breakout }),
	everyday: true,
	run({ room, me, now }, { text, breakout: to = null }) {
		// A word meant for a few is never read by all, however late it comes.
		if ((breakoutOf(room.state, me.person)?.id ?? null) !== to) {
			throw new Refusal('conflict', 'Others are with you now. Please look who reads it, and send it again.');
		}
		const { person, alias: name } = me;
		const written: ChatLine = { id: newId<'line'>(), person, name, text, at: now, hidden: false };
		return onChat(to, (lines) => lines.push([written]));
	}
};

export const hideChat: Command<'hide-chat'> = {
	input: v.object({ line: id<'line'>(), hidden: v.boolean(), breakout }),
	run: (_context, input) =>
		onChat(input.breakout ?? null, (lines) => {
			const index = lines.toArray().findIndex((one) => one.id === input.line);
			if (index < 0) throw new Refusal('not-found', 'This line is not there any more.');
			const found = lines.get(index);
			lines.delete(index);
			lines.insert(index, [{ ...found, hidden: input.hidden }]);
		})
};

/** A change to the chat of a breakout, or of the whole group. */
function onChat(of: BreakoutId | null, change: (lines: Y.Array<ChatLine>) => void): Outcome {
	if (of === null) return { room: (doc) => change(roomDocument(doc).chat) };
	return { talks: [[of, (doc) => change(talkDocument(doc).chat)]] };
}

export const writeLine: Command<'write-line'> = {
	input: line,
	everyday: true,
	run: ({ room, me, now }, { text }) => onLine(room, me.person, ownLine(me, text, now))
};

export const answerLine: Command<'answer-line'> = {
	input: v.object({ person: id<'person'>(), text: someWords(LINE_CHARACTERS) }),
	everyday: true,
	run: ({ room, me, now }, input) => onLine(room, input.person, ownLine(me, input.text, now))
};

const NUDGE = 'No hurry. I am here if you would like a hand.';

export const nudge: Command<'nudge'> = {
	input: v.object({ person: id<'person'>() }),
	everyday: true,
	run: ({ room, me, now }, { person }) => onLine(room, person, ownLine(me, NUDGE, now, 'nudge'))
};

export const seeLine: Command<'see-line'> = {
	input: v.object({ person: id<'person'>() }),
	everyday: true,
	run: ({ me }, input) => ({
		lines: [[input.person, (doc) => markSeen(lineDocument(doc).lines, me.alias)]],
		doors: [[input.person, (doc) => markSeen(doorDocument(doc).lines, me.alias)]]
	})
};

export const knowSomeone: Command<'know-someone'> = {
	input: v.object({ text: v.pipe(v.string(), v.trim(), v.maxLength(500)) }),
	run: ({ me, now }, { text }) => ({
		desk: (doc) =>
			deskDocument(doc).notices.push([
				{
					id: newId<'line'>(),
					person: me.person,
					name: me.alias,
					text: text || 'I know someone here.',
					at: now
				}
			])
	})
};

export function ownLine(me: Placement, text: string, at: number, kind: OwnLine['kind'] = 'line'): OwnLine {
	return { id: newId<'line'>(), person: me.person, name: me.alias, text, at, kind, seenBy: [] };
}

/** Puts a line on a member's private line, and at their door too while they wait: there they read it. */
export function onLine(room: LiveRoom, member: PersonId, written: OwnLine): Outcome {
	const placement = room.placement(member);
	if (!placement || leads(placement.place)) throw new Refusal('invalid', 'Only members have a private line.');
	const document = room.documents.line.get(member);
	const isIn = room.standing(member) === 'admitted';
	if (!document) throw new Refusal('conflict', 'This person has not arrived yet.');
	return {
		// Facilitators read the line and no door; whoever waits reads their door alone (S20).
		lines: [[member, (doc) => lineDocument(doc).lines.push([written])]],
		doors: isIn ? [] : [[member, (doc) => doorDocument(doc).lines.push([written])]],
		desk: (doc) => {
			const { lines } = deskDocument(doc);
			const at: number = written.person === member ? written.at : (lines.get(member)?.last ?? 0);
			lines.set(member, { document, name: placement.alias, last: at });
		},
		about: member
	};
}

function markSeen(
	lines: ReturnType<typeof lineDocument>['lines'],
	by: string,
	all: { index: number; line: OwnLine }[] = lines.toArray().map((one, index) => ({ index, line: one }))
): void {
	for (const { index, line: one } of all) {
		if (one.seenBy.includes(by)) continue;
		lines.delete(index);
		lines.insert(index, [{ ...one, seenBy: [...one.seenBy, by] }]);
	}
}
