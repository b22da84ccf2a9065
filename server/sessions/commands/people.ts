import * as v from 'valibot';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, MEANS, roomDocument, type Seat } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command, Outcome } from './command.ts';
import { id } from './input.ts';

/** Hands, and the facilitator's brakes on sound and picture (S07). */

const person = v.object({ person: id<'person'>() });

export const raiseHand: Command<'raise-hand'> = {
	input: v.object({ raised: v.boolean() }),
	everyday: true,
	run({ room, me, now }, { raised }) {
		const seat = seatOf(room, me.person);
		// Asking again does not lose one's place in the queue.
		return changeSeat(seat, { hand: raised ? (seat.hand ?? now) : null });
	}
};

export const lowerHand: Command<'lower-hand'> = {
	input: person,
	everyday: true,
	run: ({ room }, input) => changeSeat(seatOf(room, input.person), { hand: null })
};

export const mute: Command<'mute'> = {
	input: person,
	run({ room }, input) {
		const seat = seatOf(room, input.person);
		return { ...changeSeat(seat, { mutes: seat.mutes + 1 }), about: input.person };
	}
};

export const stopPicture: Command<'stop-picture'> = {
	input: v.object({ person: id<'person'>(), stopped: v.boolean() }),
	run({ room }, input) {
		const seat = seatOf(room, input.person);
		// A screen is a picture, too.
		const screen = input.stopped ? 'no' : (seat.screen ?? 'no');
		return { ...changeSeat(seat, { pictureStopped: input.stopped, screen }), about: input.person };
	}
};

export const setMeans: Command<'set-means'> = {
	input: v.object({ means: v.picklist(MEANS) }),
	everyday: true,
	run: ({ me }, { means }) => ({
		desk: (doc) => {
			const { waiting } = deskDocument(doc);
			const one = waiting.get(me.person);
			if (one) waiting.set(me.person, { ...one, means });
		}
	})
};

export function seatOf(room: LiveRoom, one: PersonId): Seat {
	const seat = room.state.seats.get(one);
	if (!seat) throw new Refusal('conflict', 'This person is not in the room any more.');
	return seat;
}

export function changeSeat(seat: Seat, part: Partial<Seat>): Outcome {
	return { room: (doc) => void roomDocument(doc).seats.set(seat.person, { ...seat, ...part }) };
}
