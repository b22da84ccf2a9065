import * as v from 'valibot';
import { leads } from '../../../src/lib/domain/group.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { listed } from '../../../src/lib/domain/readers.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { askedFirst } from '../../../src/lib/domain/asked-first.ts';
import { deskDocument, roomDocument, type Seat, THE } from '../../../src/lib/domain/room.ts';
import { insertAttendance } from '../../store/attendance.ts';
import { admittedDoor, changeDoor, waitingDoors } from '../room/doors.ts';
import { tellLeaderAway } from '../room/leader-away.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { endQuestion, mustBeAgreedTo } from './asking-first.ts';
import { endEmptyAside } from './aside.ts';
import { endVisit } from './breakouts.ts';
import type { Command, CommandContext, Outcome } from './command.ts';
import { id, nothing, words } from './input.ts';

/** Letting people in, and kindly out (S07, S20). */

const person = v.object({ person: id<'person'>() });
const personAndWords = v.object({ person: id<'person'>(), message: words(500) });

export const admit: Command<'admit'> = {
	input: person,
	async run(context, input) {
		const waiting = context.room.state.waiting.get(input.person);
		if (!waiting) throw new Refusal('conflict', 'This person is not waiting any more.');
		await mustBeAgreedTo(context.room, waiting);
		return { ...letIn(context, [input.person]), about: input.person };
	}
};

export const admitAll: Command<'admit-all'> = {
	input: nothing,
	// Whoever the group is asked about is let in by themselves (S16).
	run: (context) =>
		letIn(
			context,
			[...context.room.state.waiting.values()]
				.filter((one) => askedFirst(one) === null)
				.map((one) => one.person)
		)
};

export const sendBack: Command<'send-back'> = {
	input: personAndWords,
	run: (context, input) => putOut(context, { ...input, to: 'sent-back' })
};

export const remove: Command<'remove'> = {
	input: personAndWords,
	run: (context, input) => putOut(context, { ...input, to: 'removed' })
};

export const lockDoor: Command<'lock-door'> = {
	input: v.object({ locked: v.boolean() }),
	run: (_context, { locked }) => ({
		room: (doc) => {
			const { about } = roomDocument(doc);
			about.set(THE, { ...about.get(THE)!, doorLocked: locked });
		}
	})
};

export const leave: Command<'leave'> = {
	input: v.object({ alone: v.optional(v.boolean(), false) }),
	run: ({ room, me, now }, { alone }) => {
		const wasIn = room.state.seats.has(me.person);
		const left = leftBehind(room, me.person);
		if (left.length > 0 && !alone) {
			const are = left.length === 1 ? 'is' : 'are';
			const words = `${listed(left)} ${are} still here. Wait until they have gone, or end the session for everyone.`;
			throw new Refusal('conflict', words);
		}
		const { room: emptied, desk } = emptySeat(room, me.person);
		const what = left.length > 0 ? 'left-alone' : 'left';
		return {
			desk,
			room: (doc) => {
				emptied?.(doc);
				// Nobody has to find out by themselves that they are without a facilitator (S06).
				if (left.length > 0) tellLeaderAway(doc, now);
			},
			doors: waitingDoors(room, { without: [me.person] }),
			statements: wasIn
				? [insertAttendance(room.db, { session: room.session.id, person: me.person, what, at: now })]
				: []
		};
	}
};

/** S21: whom the last facilitator would leave behind; nobody while another one leads, or once it is over. */
function leftBehind(room: LiveRoom, leaving: PersonId): string[] {
	const { about, seats } = room.state;
	if (about.state !== 'open' || !room.leads(leaving) || !seats.has(leaving)) return [];
	const here = [...seats.values()].filter((seat) => seat.here && seat.person !== leaving);
	return here.some(({ place }) => leads(place)) ? [] : here.map(({ name }) => name);
}

/** Admits people who wait. Each gets a seat, and at their door the documents that are theirs. */
export function letIn({ room, now }: CommandContext, people: PersonId[]): Outcome {
	const seats = people.map((one) => newSeat(room, one));
	return {
		room: (doc) => {
			for (const seat of seats) {
				roomDocument(doc).seats.set(seat.person, seat);
				// Whoever comes in anew types nothing before it is agreed anew.
				roomDocument(doc).typists.delete(seat.person);
			}
			endQuestion(roomDocument(doc), people);
		},
		desk: (doc) => {
			const { waiting, lines, captionOffers } = deskDocument(doc);
			for (const { person: one, name, place } of seats) {
				waiting.delete(one);
				captionOffers.delete(one);
				const line = room.documents.line.get(one);
				if (line && !leads(place) && !lines.has(one)) lines.set(one, { document: line, name, last: 0 });
			}
		},
		doors: [
			...people.map((one) => admittedDoor(room, one)),
			...waitingDoors(room, { without: people, coming: seats })
		],
		statements: people.map((one) =>
			insertAttendance(room.db, { session: room.session.id, person: one, what: 'admitted', at: now })
		),
		after: () => {
			for (const one of people) room.attended.add(one);
			return Promise.resolve();
		}
	};
}

function putOut(
	{ room, now }: CommandContext,
	{ person: one, message, to }: { person: PersonId; message: string; to: 'sent-back' | 'removed' }
): Outcome {
	if (room.standing(one) === null) throw new Refusal('conflict', 'This person is not here any more.');
	if (room.leads(one)) throw new Refusal('not-allowed', 'A facilitator cannot be sent out.');
	return {
		...emptySeat(room, one),
		doors: [
			changeDoor(one, { state: to, queue: 0, message, room: null, desk: null, line: null, own: null }),
			...waitingDoors(room, { without: [one] })
		],
		statements: [insertAttendance(room.db, { session: room.session.id, person: one, what: to, at: now })],
		about: one
	};
}

/** Takes a person out of the room and out of the queue. Their work stays. */
function emptySeat(room: LiveRoom, one: PersonId): Outcome {
	return {
		room: (doc) => {
			roomDocument(doc).seats.delete(one);
			endEmptyAside(roomDocument(doc));
			endVisit(roomDocument(doc), one);
			endQuestion(roomDocument(doc), [one]);
		},
		desk: (doc) => deskDocument(doc).waiting.delete(one)
	};
}

function newSeat(room: LiveRoom, one: PersonId): Seat {
	const placement = room.placement(one);
	if (!placement) throw new Refusal('conflict', 'This person has left the group.');
	return {
		person: one,
		name: placement.alias,
		place: placement.place,
		seat: placement.seat,
		isNew: room.state.waiting.get(one)?.isNew ?? false,
		here: false,
		hand: null,
		pictureStopped: false,
		mutes: 0,
		steppedOut: false
	};
}
