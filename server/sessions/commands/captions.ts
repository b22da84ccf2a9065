import * as v from 'valibot';
import { type OwnCaptions, TYPISTS_MOST } from '../../../src/lib/domain/captions.ts';
import { leads } from '../../../src/lib/domain/group.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, lineDocument, roomDocument, type Seat, THE } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command, Outcome } from './command.ts';
import { id } from './input.ts';
import { seatOf } from './people.ts';

/** Who types captions: a member who offers and a facilitator agree on it, in either order. What is typed is no command. */

export const offerCaptions: Command<'offer-captions'> = {
	input: v.object({ offered: v.boolean() }),
	run({ room, me, now }, { offered }) {
		const seat = seatOf(room, me.person);
		if (!offered) return letGo(seat);
		const isAgreed = leads(me.place) || room.state.captionOffers.get(me.person)?.from === 'facilitator';
		if (isAgreed) return begin(room, seat, now);
		return propose(seat, { is: 'offered', at: now });
	}
};

export const askCaptions: Command<'ask-captions'> = {
	input: v.object({ person: id<'person'>(), wanted: v.boolean() }),
	run({ room, me, now }, { person, wanted }) {
		const seat = seatOf(room, person);
		if (!wanted) return { ...letGo(seat), about: person };
		if (seat.place === 'observer') throw new Refusal('not-allowed', 'Observers write nothing.');
		if (leads(seat.place)) throw new Refusal('invalid', 'Facilitators begin by themselves.');
		if (room.state.captionOffers.get(person)?.from === 'member') {
			return { ...begin(room, seat, now), about: person };
		}
		if (room.state.typists.has(person)) return { about: person };
		return { ...propose(seat, { is: 'asked', by: me.alias, at: now }), about: person };
	}
};

/** Asked or offered: facilitators find it on the desk, and the member on their own line. */
function propose({ person, name }: Seat, own: OwnCaptions): Outcome {
	const from = own.is === 'asked' ? 'facilitator' : 'member';
	return {
		desk: (doc) => void deskDocument(doc).captionOffers.set(person, { person, name, from, at: own.at }),
		lines: [[person, (doc) => void lineDocument(doc).captions.set(THE, own)]]
	};
}

/** Throws Refusal when enough people type already. */
function begin(room: LiveRoom, seat: Seat, since: number): Outcome {
	const { person, name } = seat;
	const others = [...room.state.typists.keys()].filter((one) => one !== person && room.state.seats.has(one));
	if (others.length >= TYPISTS_MOST) throw new Refusal('conflict', 'Enough people type captions already.');
	return {
		...settled(seat),
		room: (doc) => void roomDocument(doc).typists.set(person, { person, name, since })
	};
}

function letGo(seat: Seat): Outcome {
	return { ...settled(seat), room: (doc) => void roomDocument(doc).typists.delete(seat.person) };
}

/** Nothing is asked of the person or offered by them any more. */
function settled({ person, place }: Seat): Outcome {
	return {
		desk: (doc) => void deskDocument(doc).captionOffers.delete(person),
		lines: leads(place) ? [] : [[person, (doc) => void lineDocument(doc).captions.delete(THE)]]
	};
}
