import * as v from 'valibot';
import { fieldNamed } from '../../../src/lib/domain/exercise.ts';
import { newId, type PersonId, type StepId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { restrictionOf } from '../../../src/lib/domain/restriction.ts';
import {
	deskDocument,
	type PendingAnonymous,
	type Reveal,
	roomDocument,
	stepOf
} from '../../../src/lib/domain/room.ts';
import { answerLines } from '../../../src/lib/domain/worksheet.ts';
import { exerciseOf } from '../room/exercise-of.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { shuffled } from '../room/shuffled.ts';
import type { Command, CommandContext, Outcome } from './command.ts';
import { field, id } from './input.ts';
import { removeResponses } from './responses.ts';
import { currentStage, setStage, worksheetStep } from './stage.ts';

/** Showing an answer to the group: asked for by a facilitator, done by its author's consent, taken back at any time. */

/** Answers without names are shown when so many have consented, together and in mixed order (S11). */
export const ANONYMOUS_LEAST = 3;

export const askReveal: Command<'ask-reveal'> = {
	input: v.union([
		v.object({ stop: v.literal(true) }),
		v.object({
			step: id<'step'>(),
			fields: v.pipe(v.array(field), v.minLength(1)),
			of: v.nullable(id<'person'>())
		})
	]),
	run({ room, now }, input) {
		const stage = currentStage(room);
		if ('stop' in input) return setStage({ ...stage, ask: null });
		worksheetStep(room, input.step);
		return setStage({ ...stage, ask: { ...input, at: now } });
	}
};

export const reveal: Command<'reveal'> = {
	input: v.object({ step: id<'step'>(), field, as: v.picklist(['named', 'anonymous']), keep: v.boolean() }),
	async run(context, input) {
		const { room, me } = context;
		mustBeAsked(context, input);
		const answer = await answerOf(room, me.person, input);
		const shown = {
			...answer,
			step: input.step,
			field: input.field,
			keep: input.keep,
			id: newId<'reveal'>()
		};
		const before = alreadyShown(room, me.person, input);
		if (input.as === 'anonymous') {
			const pending: PendingAnonymous = { ...shown, person: me.person };
			return {
				...withdrawn(room, before, me.person, input),
				desk: (doc) => {
					removeFromDesk(before, me.person, input)(doc);
					deskDocument(doc).pending.set(pendingKey(input, me.person), pending);
				},
				reply: { state: 'waiting-for-others' }
			};
		}
		return {
			...withdrawn(room, before, me.person, input),
			room: (doc) => {
				removeFromRoom(before)(doc);
				roomDocument(doc).reveals.push([{ ...shown, person: me.person, name: me.alias }]);
			},
			reply: { state: 'shown' }
		};
	}
};

export const passReveal: Command<'pass-reveal'> = {
	input: v.object({ step: id<'step'>() }),
	everyday: true,
	run: ({ me }, { step }) => ({
		desk: (doc) => void deskDocument(doc).progress.set(`${stepOf(step, me.person)} reveal`, 'passed')
	})
};

export const takeBack: Command<'take-back'> = {
	input: v.union([v.object({ reveal: id<'reveal'>() }), v.object({ step: id<'step'>(), field })]),
	run({ room, me }, input) {
		if ('reveal' in input) {
			const one = room.state.reveals.find((shown) => shown.id === input.reveal);
			if (!one || authorOf(room, one) !== me.person) {
				throw new Refusal('not-found', 'There is nothing of yours to take back.');
			}
			return withdrawn(room, [one.id], me.person, one);
		}
		const mine = alreadyShown(room, me.person, input);
		if (mine.length === 0 && !room.state.pending.has(pendingKey(input, me.person))) {
			throw new Refusal('not-found', 'There is nothing of yours to take back.');
		}
		return withdrawn(room, mine, me.person, input);
	}
};

export const releaseAnonymous: Command<'release-anonymous'> = {
	input: v.object({ step: id<'step'>(), field }),
	run({ room }, input) {
		const pending = [...room.state.pending].filter(
			([, one]) => one.step === input.step && one.field === input.field
		);
		if (pending.length < ANONYMOUS_LEAST) {
			throw new Refusal(
				'conflict',
				`Answers without names are shown when at least ${ANONYMOUS_LEAST} people have chosen it; now it is ${pending.length}.`
			);
		}
		// Fresh ids, mixed order, one update under the server's client id: nothing ties an answer to its author.
		const released = shuffled(pending.map(([, one]) => one)).map((one) => {
			const { person, ...answer } = one;
			return { author: person, shown: { ...answer, id: newId<'reveal'>(), person: null, name: null } };
		});
		return {
			room: (doc) => roomDocument(doc).reveals.push(released.map(({ shown }) => shown)),
			desk: (doc) => {
				const desk = deskDocument(doc);
				for (const [key] of pending) desk.pending.delete(key);
				for (const { author, shown } of released) desk.authors.set(shown.id, author);
			}
		};
	}
};

export const present: Command<'present'> = {
	input: v.object({
		reveals: v.pipe(v.array(id<'reveal'>()), v.maxLength(20)),
		question: v.pipe(v.string(), v.trim(), v.maxLength(200))
	}),
	run({ room }, { reveals, question }) {
		const shown = new Set(room.state.reveals.map((one) => one.id));
		if (reveals.some((one) => !shown.has(one))) {
			throw new Refusal('conflict', 'One of these answers has been taken back. Please choose again.');
		}
		const presented = reveals.length > 0 ? { reveals: [...new Set(reveals)], question } : null;
		return setStage({ ...currentStage(room), presented });
	}
};

interface FieldOfStep {
	step: StepId;
	field: string;
}

function mustBeAsked({ room, me }: CommandContext, input: FieldOfStep): void {
	const { ask } = currentStage(room);
	const asked = ask?.step === input.step && ask.fields.includes(input.field);
	if (!asked || (ask.of !== null && ask.of !== me.person)) {
		throw new Refusal('conflict', 'Nobody is asking for this answer just now, so nothing was shown.');
	}
}

async function answerOf(room: LiveRoom, author: PersonId, input: FieldOfStep) {
	const step = worksheetStep(room, input.step);
	const exercise = exerciseOf(room, step, author);
	const sheet = room.sheetOf(input.step, author);
	const label = exercise && fieldNamed(exercise, input.field)?.label;
	if (!exercise || !sheet || !label) throw new Refusal('not-found', 'There is no such answer on your sheet.');
	if (restrictionOf(exercise)) {
		throw new Refusal(
			'not-allowed',
			`“${exercise.title}” is each person’s own, and is not shown to the group.`
		);
	}
	const lines = await room.content.read(sheet.id, (doc) => answerLines(doc, exercise, input.field));
	if (lines.length === 0)
		throw new Refusal('invalid', 'This answer is still empty, so there is nothing to show.');
	return { exercise: exercise.id, label, lines };
}

function authorOf(room: LiveRoom, shown: Reveal): PersonId | null {
	return shown.person ?? room.state.authors.get(shown.id) ?? null;
}

/** The ids of what this person shows of a field now. */
function alreadyShown(room: LiveRoom, person: PersonId, { step, field: name }: FieldOfStep): string[] {
	return room.state.reveals
		.filter((one) => one.step === step && one.field === name && authorOf(room, one) === person)
		.map((one) => one.id);
}

/** Takes answers off the stage, and every byte of them out of the documents (S12). */
function withdrawn(room: LiveRoom, ids: string[], person: PersonId, of: FieldOfStep): Outcome {
	const { room: roomId, desk } = room.documents;
	const wasPending = room.state.pending.has(pendingKey(of, person));
	return {
		room: ids.length > 0 ? removeFromRoom(ids) : undefined,
		desk: removeFromDesk(ids, person, of),
		after: async () => {
			if (ids.length > 0) await room.content.scrub(roomId);
			if (ids.length > 0 || wasPending) await room.content.scrub(desk);
		}
	};
}

const removeFromRoom = (ids: string[]): NonNullable<Outcome['room']> => {
	return (doc) => {
		const { reveals, responses } = roomDocument(doc);
		removeResponses(responses, ({ reveal: of }) => ids.includes(of));
		for (let index = reveals.length - 1; index >= 0; index -= 1) {
			if (ids.includes(reveals.get(index).id)) reveals.delete(index);
		}
	};
};

const removeFromDesk = (ids: string[], person: PersonId, of: FieldOfStep): NonNullable<Outcome['desk']> => {
	return (doc) => {
		const { authors, pending } = deskDocument(doc);
		for (const one of ids) authors.delete(one);
		pending.delete(pendingKey(of, person));
	};
};

const pendingKey = ({ step, field: name }: FieldOfStep, person: PersonId) =>
	`${stepOf(step, person)} ${name}`;
