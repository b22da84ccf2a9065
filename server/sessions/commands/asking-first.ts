import * as v from 'valibot';
import { type AskedAbout, askedFirst, inQuestion } from '../../../src/lib/domain/asked-first.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, doorDocument, roomDocument, THE, type Waiting } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';

/**
 * Somebody would look on, or comes for the first time: every member who is in is asked before, and one 'no' is
 * enough (S16). What each said stands in their own door's document, which nobody else reads.
 */

export const askAbout: Command<'ask-about'> = {
	input: v.object({ person: id<'person'>() }),
	run({ room, now }, { person }) {
		const waiting = room.state.waiting.get(person);
		const as = waiting ? askedFirst(waiting) : null;
		if (!waiting || !as) throw new Refusal('conflict', 'Nobody has to be asked about this person any more.');
		const other = inQuestion(room.state.waiting.values(), room.state);
		if (other && other.person !== person && membersIn(room).length > 0) {
			const words = `The group is being asked about ${other.name}. Let ${other.name} in or send them back, and then ask about ${waiting.name}.`;
			throw new Refusal('conflict', words);
		}
		const asked: AskedAbout = { person, name: waiting.name, as, at: now };
		return {
			room: (doc) => void roomDocument(doc).askedAbout.set(THE, asked),
			desk: (doc) => void deskDocument(doc).consents.set(THE, { answered: [], agreed: null }),
			about: person
		};
	}
};

export const answerAbout: Command<'answer-about'> = {
	input: v.object({ person: id<'person'>(), agrees: v.boolean() }),
	async run({ room, me }, { person, agrees }) {
		const asked = room.state.askedAbout;
		if (asked?.person !== person) throw new Refusal('conflict', 'This is not asked any more.');
		if (me.place !== 'member') throw new Refusal('not-allowed', 'The members are asked about this.');
		const answers = (await answersTo(room, asked)).set(me.person, agrees);
		const members = membersIn(room);
		const answered = members.filter((one) => answers.has(one));
		// Nobody can tell from the moment of an answer whose it was: what came of it is told when all have answered.
		const all = answered.length === members.length;
		const agreed = all ? members.every((one) => answers.get(one)) : null;
		return {
			doors: [[me.person, (doc) => void doorDocument(doc).consent.set(THE, { to: asked.at, agrees })]],
			desk: (doc) => void deskDocument(doc).consents.set(THE, { answered, agreed }),
			about: person
		};
	}
};

/**
 * Throws Refusal unless all members who are in have agreed to this person, whoever is away for a moment too. With
 * nobody in there is nobody to ask: whoever comes later is told at the door, before they come in.
 */
export async function mustBeAgreedTo(room: LiveRoom, waiting: Waiting): Promise<void> {
	const members = membersIn(room);
	if (!askedFirst(waiting) || members.length === 0) return;
	const asked = room.state.askedAbout;
	if (asked?.person === waiting.person) {
		const answers = await answersTo(room, asked);
		if (members.every((one) => answers.get(one))) return;
	}
	const why = waiting.place === 'observer' ? 'would look on' : 'comes for the first time';
	throw new Refusal('conflict', `${waiting.name} ${why}. Ask the group first: everyone has to agree.`);
}

/** The question is settled once whom it is about is in, or no longer waits. */
export function endQuestion(
	{ askedAbout }: ReturnType<typeof roomDocument>,
	people: readonly PersonId[]
): void {
	const now = askedAbout.get(THE);
	if (now && people.includes(now.person)) askedAbout.delete(THE);
}

const membersIn = (room: LiveRoom): PersonId[] =>
	[...room.state.seats.values()].filter(({ place }) => place === 'member').map(({ person }) => person);

async function answersTo(room: LiveRoom, asked: AskedAbout): Promise<Map<PersonId, boolean>> {
	const said = await Promise.all(
		[...room.documents.door].map(async ([person, document]) => {
			const consent = await room.content.read(document, (doc) => doorDocument(doc).consent.get(THE));
			return { person, consent };
		})
	);
	return new Map(
		said.flatMap(({ person, consent }) => (consent?.to === asked.at ? [[person, consent.agrees]] : []))
	);
}
