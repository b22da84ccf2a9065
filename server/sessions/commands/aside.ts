import * as v from 'valibot';
import { leads } from '../../../src/lib/domain/group.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { type RoomAbout, roomDocument, THE } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command } from './command.ts';
import { id, nothing } from './input.ts';
import { seatOf } from './people.ts';
import { frozenBy } from './stage.ts';

/**
 * The side room: a facilitator and one member, for a word alone (S04). The server passes no media between it and
 * the group. With a co-facilitator the group goes on; without one it goes on Hold.
 */

export const stepAside: Command<'step-aside'> = {
	input: v.object({ person: id<'person'>() }),
	run({ room, me }, { person }) {
		const [mine, theirs] = [seatOf(room, me.person), seatOf(room, person)];
		if (leads(theirs.place)) throw new Refusal('invalid', 'The side room is for a word with a member.');
		if (room.state.about.aside) throw new Refusal('conflict', 'Somebody is in the side room already.');
		const { stage, about } = room.state;
		const held =
			stage && !hasLeaderBesides(room, me.person) ? { step: stage.step.id, before: stage.attention } : null;
		return {
			about: person,
			room: (doc) => {
				const shared = roomDocument(doc);
				for (const seat of [mine, theirs])
					shared.seats.set(seat.person, { ...seat, steppedOut: true, screen: 'no' });
				shared.about.set(THE, { ...about, aside: { leader: me.alias, held } });
				if (stage && held) shared.stage.set(THE, { ...stage, ...frozenBy('hold') });
			}
		};
	}
};

export const stepBack: Command<'step-back'> = {
	input: nothing,
	run({ room, me }) {
		if (!seatOf(room, me.person).steppedOut && !room.leads(me.person)) {
			throw new Refusal('conflict', 'You are with the group already.');
		}
		return { room: (doc) => backToTheGroup(roomDocument(doc)) };
	}
};

/** Nobody stays alone in the side room: when one of the two has left, the other is back with the group. */
export function endEmptyAside(shared: ReturnType<typeof roomDocument>): void {
	const inside = [...shared.seats.values()].filter((seat) => seat.steppedOut);
	if (shared.about.get(THE)?.aside && inside.length < 2) backToTheGroup(shared);
}

function backToTheGroup({ seats, about, stage }: ReturnType<typeof roomDocument>): void {
	for (const seat of seats.values()) {
		if (seat.steppedOut) seats.set(seat.person, { ...seat, steppedOut: false });
	}
	const room: RoomAbout = about.get(THE)!;
	const [held, now] = [room.aside?.held, stage.get(THE)];
	about.set(THE, { ...room, aside: null });
	if (held && now?.step.id === held.step && now.attention === 'hold') {
		stage.set(THE, { ...now, ...frozenBy(held.before) });
	}
}

function hasLeaderBesides(room: LiveRoom, one: string): boolean {
	return [...room.state.seats.values()].some(
		(seat) => leads(seat.place) && seat.here && seat.person !== one && !seat.steppedOut
	);
}
