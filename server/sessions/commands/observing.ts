import * as v from 'valibot';
import { leads } from '../../../src/lib/domain/group.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import {
	deskDocument,
	type Observing,
	roomDocument,
	THE,
	type Waiting
} from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';

/** Somebody would like to look on: everyone who is here is asked first, and one 'no' is enough (S16). */

export const askObserver: Command<'ask-observer'> = {
	input: v.object({ person: id<'person'>() }),
	run({ room, now }, { person }) {
		const waiting = room.state.waiting.get(person);
		if (waiting?.place !== 'observer') throw new Refusal('conflict', 'No such observer is waiting any more.');
		const observing: Observing = { person, name: waiting.name, at: now };
		return {
			room: (doc) => void roomDocument(doc).observing.set(THE, observing),
			desk: (doc) => deskDocument(doc).agreed.clear(),
			about: person
		};
	}
};

export const answerObserver: Command<'answer-observer'> = {
	input: v.object({ person: id<'person'>(), agrees: v.boolean() }),
	run({ room, me }, { person, agrees }) {
		if (room.state.observing?.person !== person) {
			throw new Refusal('conflict', 'This is not asked any more.');
		}
		return { desk: (doc) => void deskDocument(doc).agreed.set(me.person, agrees), about: person };
	}
};

/** Throws Refusal unless everyone in the room has agreed to this observer, also whoever is away for a moment. */
export function mustBeAgreedTo(room: LiveRoom, waiting: Waiting | undefined): void {
	if (waiting?.place !== 'observer' || agreedByAll(room, waiting.person)) return;
	throw new Refusal('conflict', `${waiting.name} would look on. Ask the group first: everyone has to agree.`);
}

function agreedByAll(room: LiveRoom, observer: PersonId): boolean {
	const { observing, agreed, seats } = room.state;
	if (observing?.person !== observer) return false;
	return [...seats.values()]
		.filter(({ place }) => !leads(place) && place !== 'observer')
		.every(({ person }) => agreed.get(person) === true);
}

/** The question is settled once its observer is in, or no longer waits. */
export function endQuestion(
	{ observing }: ReturnType<typeof roomDocument>,
	people: readonly PersonId[]
): void {
	const now = observing.get(THE);
	if (now && people.includes(now.person)) observing.delete(THE);
}
