import * as v from 'valibot';
import {
	type Breakout,
	breakoutOf,
	openRooms,
	PEOPLE_LEAST,
	ROOMS_MOST,
	WARNING_MS,
	type OpenBreakouts
} from '../../../src/lib/domain/breakouts.ts';
import { talkDocument } from '../../../src/lib/domain/breakout-talk.ts';
import { type BreakoutId, newId, type PersonId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, roomDocument, THE } from '../../../src/lib/domain/room.ts';
import type { Library } from '../../library/library.ts';
import { makeBreakout, offeredTask } from '../room/make-breakout.ts';
import { ownExercises } from '../room/own-exercises.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command, Outcome } from './command.ts';
import { id, nothing, someWords } from './input.ts';
import { currentStage } from './stage.ts';

/** Pairs and small rooms, each with a call of its own: who may reach whom follows from where everyone is (R36). */

const MINUTE_MS = 60_000;
const MESSAGE_CHARACTERS = 300;
const minutes = v.pipe(v.number(), v.minValue(1), v.maxValue(120));
const breakout = v.nullable(id<'breakout'>());

export const openBreakouts = (library: Pick<Library, 'inUse'>): Command<'open-breakouts'> => ({
	input: v.object({
		rooms: v.pipe(v.array(v.array(id<'person'>())), v.minLength(1), v.maxLength(ROOMS_MOST)),
		minutes,
		task: v.variant('kind', [
			v.object({ kind: v.literal('talk') }),
			v.object({ kind: v.literal('board'), template: v.pipe(v.string(), v.maxLength(60)) }),
			v.object({ kind: v.literal('sheet'), exercise: v.pipe(v.string(), v.maxLength(60)) })
		])
	}),
	async run({ room, me, now }, input) {
		const stage = currentStage(room);
		if (room.state.open) throw new Refusal('conflict', 'Rooms are open already. Bring everyone back first.');
		if (stage.attention === 'focus') {
			throw new Refusal('conflict', 'Focus keeps everyone by themselves. Choose another attention first.');
		}
		const seated = input.rooms.filter((people) => people.length > 0);
		if (seated.length === 0) throw new Refusal('invalid', 'Nobody is in a room yet.');
		mustBeSeated(room, seated);
		const task = offeredTask(room, me.person, input.task, await ownExercises(room, library));
		const made: Breakout[] = [];
		for (const [index, people] of input.rooms.entries()) {
			// A room that nobody is in does not open; the others keep their numbers.
			if (people.length === 0) continue;
			made.push(await makeBreakout(room, { number: index + 1, step: stage.step.id, people, task }));
		}
		const open: OpenBreakouts = {
			...{ rooms: made.map((one) => one.id), openedAt: now, endsAt: now + input.minutes * MINUTE_MS },
			...{ visits: {}, message: null }
		};
		return {
			room: (doc) => {
				const shared = roomDocument(doc);
				for (const one of made) shared.breakouts.set(one.id, one);
				shared.open.set(THE, open);
			}
		};
	}
});

export const closeBreakouts: Command<'close-breakouts'> = {
	input: v.object({ when: v.picklist(['now', 'in-a-minute']) }),
	run({ room, now }, { when }) {
		const open = openNow(room);
		if (when === 'now') return everyoneBack();
		return setOpen({ ...open, endsAt: Math.min(open.endsAt, now + WARNING_MS) });
	}
};

export const extendBreakouts: Command<'extend-breakouts'> = {
	input: v.object({ minutes }),
	run({ room, now }, input) {
		const open = openNow(room);
		return setOpen({ ...open, endsAt: Math.max(open.endsAt, now) + input.minutes * MINUTE_MS });
	}
};

export const moveToBreakout: Command<'move-to-breakout'> = {
	input: v.object({ person: id<'person'>(), breakout }),
	run({ room }, { person, breakout: to }) {
		const open = openNow(room);
		mustBeSeated(room, [[person]], 1);
		if (to !== null) roomNamed(room, to);
		return {
			room: (doc) => {
				const shared = roomDocument(doc);
				for (const one of openRooms({ ...room.state, open })) {
					const others = one.people.filter((other) => other !== person);
					const people = one.id === to ? [...others, person] : others;
					shared.breakouts.set(one.id, { ...one, people });
				}
			},
			about: person
		};
	}
};

export const visitBreakout: Command<'visit-breakout'> = {
	input: v.object({ breakout }),
	run({ room, me }, { breakout: to }) {
		const open = openNow(room);
		if (to !== null) roomNamed(room, to);
		const { [me.person]: _left, ...others } = open.visits;
		const visits = to === null ? others : { ...others, [me.person]: to };
		return { ...setOpen({ ...open, visits }), ...(to === null ? {} : heard(room, to, me.alias)) };
	}
};

export const messageBreakouts: Command<'message-breakouts'> = {
	input: v.object({ text: someWords(MESSAGE_CHARACTERS) }),
	run({ room, me, now }, { text }) {
		const open = openNow(room);
		return setOpen({ ...open, message: { id: newId<'line'>(), by: me.alias, text, at: now } });
	}
};

export const callForHelp: Command<'call-for-help'> = {
	input: nothing,
	run({ room, me, now }) {
		const mine = breakoutOf(room.state, me.person);
		if (!mine) throw new Refusal('conflict', 'You are with the group again: just say it.');
		return {
			desk: (doc) => void deskDocument(doc).help.set(mine.id, { breakout: mine.id, by: me.alias, at: now }),
			talks: [
				[mine.id, (doc) => void talkDocument(doc).help.set(THE, { by: me.alias, at: now, heardBy: null })]
			]
		};
	}
};

export const hearHelp: Command<'hear-help'> = {
	input: v.object({ breakout: id<'breakout'>() }),
	run: ({ room, me }, input) => heard(room, input.breakout, me.alias)
};

/** A facilitator who has left the session looks in nowhere; a member keeps their room. */
export function endVisit({ open }: ReturnType<typeof roomDocument>, person: PersonId): void {
	const now = open.get(THE);
	if (!now || !(person in now.visits)) return;
	const { [person]: _left, ...visits } = now.visits;
	open.set(THE, { ...now, visits });
}

/** What changes when everyone comes back to the group. The rooms' work stays. */
export function everyoneBack(): Outcome {
	return {
		room: (doc) => void roomDocument(doc).open.delete(THE),
		desk: (doc) => deskDocument(doc).help.clear()
	};
}

function heard(room: LiveRoom, breakoutId: BreakoutId, by: string): Outcome {
	if (!room.state.help.has(breakoutId)) return {};
	return {
		desk: (doc) => void deskDocument(doc).help.delete(breakoutId),
		talks: [
			[
				breakoutId,
				(doc) => {
					const { help } = talkDocument(doc);
					const call = help.get(THE);
					if (call) help.set(THE, { ...call, heardBy: by });
				}
			]
		]
	};
}

const setOpen = (open: OpenBreakouts): Outcome => ({
	room: (doc) => void roomDocument(doc).open.set(THE, open)
});

function openNow(room: LiveRoom): OpenBreakouts {
	if (!room.state.open) throw new Refusal('conflict', 'Everyone is together: no rooms are open.');
	return room.state.open;
}

function roomNamed(room: LiveRoom, breakoutId: BreakoutId): Breakout {
	const found = openRooms(room.state).find((one) => one.id === breakoutId);
	if (!found) throw new Refusal('conflict', 'This room is closed already.');
	return found;
}

/** Each is in the room now, takes part, and is in one room only; and nobody sits in a room alone. */
function mustBeSeated(room: LiveRoom, rooms: PersonId[][], least = PEOPLE_LEAST): void {
	const people = rooms.flat();
	if (new Set(people).size !== people.length) {
		throw new Refusal('invalid', 'Each person can be in one room only.');
	}
	for (const person of people) {
		const seat = room.state.seats.get(person);
		if (!seat) throw new Refusal('conflict', 'Somebody of these has left the session. Please look again.');
		if (seat.place === 'observer') throw new Refusal('invalid', 'An observer stays with the whole group.');
		const isTherapist = room.leads(person) && room.group.kind === 'therapy';
		if (isTherapist) throw new Refusal('invalid', 'Facilitators visit the rooms, and are in none.');
	}
	if (rooms.some((one) => one.length < least)) {
		throw new Refusal('invalid', 'Nobody should sit in a room alone: put at least two people in each.');
	}
}
