import * as v from 'valibot';
import { newId, type RevealId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { type Response, type Reveal, roomDocument } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command, Outcome } from './command.ts';
import { id, someWords } from './input.ts';

/** What others say to a shown answer: only when its author asks for it, one short word each, with their name. */

const RESPONSE_CHARACTERS = 300;

/** The author asks to hear from the others, or has heard enough. */
export const askResponses: Command<'ask-responses'> = {
	input: v.object({ reveal: id<'reveal'>(), wanted: v.boolean() }),
	run({ room, me }, { reveal, wanted }) {
		const shown = shownNow(room, reveal);
		// Whoever showed it without a name would say by this whose it is.
		if (shown.person !== me.person) throw new Refusal('not-found', 'There is no answer of yours like this.');
		return {
			room: (doc) => {
				const { reveals } = roomDocument(doc);
				const index = reveals.toArray().findIndex((one) => one.id === reveal);
				if (index < 0) return;
				reveals.delete(index);
				reveals.insert(index, [{ ...shown, wantsResponses: wanted }]);
			}
		};
	}
};

export const respond: Command<'respond'> = {
	input: v.object({ reveal: id<'reveal'>(), text: someWords(RESPONSE_CHARACTERS) }),
	everyday: true,
	run({ room, me }, { reveal, text }) {
		const shown = shownNow(room, reveal);
		if (!shown.wantsResponses) throw new Refusal('conflict', 'Its author is not asking for responses now.');
		if (shown.person === me.person) throw new Refusal('invalid', 'This is your own answer.');
		const { person, alias: name } = me;
		const mine: Response = { id: newId<'line'>(), reveal, person, name, text };
		const before = room.state.responses.find((one) => one.reveal === reveal && one.person === me.person);
		return {
			room: (doc) => {
				const { responses } = roomDocument(doc);
				if (before) removeResponses(responses, (one) => one.id === before.id);
				responses.push([mine]);
			},
			after: before ? () => room.content.scrub(room.documents.room) : undefined
		};
	}
};

export const takeBackResponse: Command<'take-back-response'> = {
	input: v.object({ response: id<'line'>() }),
	run({ room, me }, { response }): Outcome {
		const mine = room.state.responses.find((one) => one.id === response && one.person === me.person);
		if (!mine) throw new Refusal('not-found', 'There is nothing of yours to take back.');
		return {
			room: (doc) => removeResponses(roomDocument(doc).responses, (one) => one.id === response),
			after: () => room.content.scrub(room.documents.room)
		};
	}
};

type Responses = ReturnType<typeof roomDocument>['responses'];

export function removeResponses(responses: Responses, isGone: (one: Response) => boolean): void {
	for (let index = responses.length - 1; index >= 0; index -= 1) {
		if (isGone(responses.get(index))) responses.delete(index);
	}
}

function shownNow(room: LiveRoom, reveal: RevealId): Reveal {
	const shown = room.state.reveals.find((one) => one.id === reveal);
	if (!shown) throw new Refusal('not-found', 'This answer is not shown any more.');
	return shown;
}
