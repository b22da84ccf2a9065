import * as v from 'valibot';
import { leads } from '../../../src/lib/domain/group.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { roomDocument } from '../../../src/lib/domain/room.ts';
import { mayShowScreen, putAway, screenShown } from '../../../src/lib/domain/screen.ts';
import type { Command } from './command.ts';
import { id, nothing } from './input.ts';
import { changeSeat, seatOf } from './people.ts';

/** Whose screen is before the group: a facilitator's, or a member's whom one has allowed. */

export const letScreen: Command<'let-screen'> = {
	input: v.object({ person: id<'person'>(), allowed: v.boolean() }),
	run({ room }, { person, allowed }) {
		const seat = seatOf(room, person);
		if (leads(seat.place)) throw new Refusal('invalid', 'Facilitators may show their screen anyway.');
		if (seat.place === 'observer') throw new Refusal('not-allowed', 'Observers show nothing.');
		const screen = !allowed ? 'no' : seat.screen === 'shown' ? 'shown' : 'allowed';
		return { ...changeSeat(seat, { screen }), about: person };
	}
};

export const showScreen: Command<'show-screen'> = {
	input: nothing,
	run({ room, me }) {
		const seat = seatOf(room, me.person);
		if (!mayShowScreen(seat)) {
			throw new Refusal('not-allowed', 'A facilitator can allow you to show your screen. Please ask them.');
		}
		const other = screenShown(room.state.seats.values());
		const isTaken = other !== null && other.person !== me.person;
		if (isTaken && (leads(other.place) || !leads(seat.place))) {
			throw new Refusal('conflict', `${other.name} is showing a screen. One is shown at a time.`);
		}
		return {
			room: (doc) => {
				const { seats } = roomDocument(doc);
				if (other) seats.set(other.person, { ...other, screen: putAway(other) });
				seats.set(me.person, { ...seat, screen: 'shown' });
			}
		};
	}
};

export const putScreenAway: Command<'put-screen-away'> = {
	input: v.object({ person: id<'person'>() }),
	object: ({ person }) => ({ owner: person }),
	run({ room, me }, { person }) {
		const seat = seatOf(room, person);
		// Whoever was stopped asks again, rather than showing it again by themselves.
		const screen = person === me.person ? putAway(seat) : 'no';
		return seat.screen === 'shown' ? { ...changeSeat(seat, { screen }), about: person } : {};
	}
};
