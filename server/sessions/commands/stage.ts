import * as v from 'valibot';
import { type Attention, ATTENTIONS } from '../../../src/lib/domain/attention.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import {
	boardTemplate,
	exerciseOf as plannedExercise,
	guideOf
} from '../../../src/lib/domain/exercises/of-step.ts';
import { hasWorksheet, type Step, stepInView } from '../../../src/lib/domain/plan.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, roomDocument, type Stage, THE, type Timer } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { sharedDocuments } from '../room/shared-documents.ts';
import { sweepRisks } from '../room/tell-of-risks.ts';
import { tellWhoIsWhere } from '../room/who-is-where.ts';
import type { Command, Outcome } from './command.ts';
import { id, nothing } from './input.ts';

/** What everyone sees now: the step, its timer, its lock, the round. */

const MINUTE_MS = 60_000;
const minutes = v.pipe(v.number(), v.minValue(0.5), v.maxValue(180));

export const goToStep: Command<'go-to-step'> = {
	input: v.object({ step: id<'step'>() }),
	async run({ room, now }, input) {
		const index = room.session.plan.steps.findIndex((step) => step.id === input.step);
		const step = room.session.plan.steps[index];
		if (!step) throw new Refusal('not-found', 'This step is not in the plan any more.');
		const documents = await sharedDocuments(room, step);
		const told = await sweepRisks(room, now);
		const stage: Stage = {
			step: inView(step),
			index,
			...documents,
			...frozenBy(room.state.attention.get(step.id) ?? step.attention),
			timer: { endsAt: now + step.minutes * MINUTE_MS, leftMs: step.minutes * MINUTE_MS },
			startedAt: now,
			round: null,
			presented: null,
			ask: null
		};
		return {
			room: (doc) => {
				const shared = roomDocument(doc);
				shared.stage.set(THE, stage);
				shared.past.set(step.id, { step: stage.step, ...documents });
				// Another step is for everyone: who is in a room comes back for it.
				shared.open.delete(THE);
				setDefinition(shared.exercises, step);
			},
			desk: (doc) => {
				deskDocument(doc).help.clear();
				tellWhoIsWhere(doc, step);
				told?.(doc);
			},
			after: () => lookAgain(room)
		};
	}
};

/** Members' browsers are told of an exercise of the practice's own what they know of the library's by themselves. */
function setDefinition(exercises: ReturnType<typeof roomDocument>['exercises'], step: Step): void {
	const definition = hasWorksheet(step) ? step.definition : undefined;
	if (!definition) exercises.delete(step.id);
	else if (exercises.get(step.id)?.version !== definition.version) exercises.set(step.id, definition);
}

/** What members are told of a step; where its exercise is done on a board, that board's sheet too. */
function inView(step: Step): Stage['step'] {
	const template = boardTemplate(step);
	return template === null ? stepInView(step) : { ...stepInView(step), template };
}

export const setAttention: Command<'set-attention'> = {
	input: v.object({ attention: v.picklist(Object.keys(ATTENTIONS) as Attention[]) }),
	run({ room }, { attention }) {
		const stage = currentStage(room);
		return {
			room: (doc) => {
				const shared = roomDocument(doc);
				shared.stage.set(THE, { ...stage, ...frozenBy(attention) });
				shared.attention.set(stage.step.id, attention);
			},
			after: () => lookAgain(room)
		};
	}
};

export const frozenBy = (attention: Attention) => ({ attention, locked: attention === 'hold' });

/** Attention decides what members may read: their open sockets are asked again. */
const lookAgain = (room: LiveRoom) => Promise.resolve(room.content.recheck(room.session.id));

export const setTimer: Command<'set-timer'> = {
	input: v.object({ to: v.union([v.object({ minutes }), v.picklist(['pause', 'resume', 'none'])]) }),
	run({ room, now }, { to }) {
		const stage = currentStage(room);
		if (to === 'none') return setStage({ ...stage, timer: null });
		if (typeof to === 'object') {
			const leftMs = to.minutes * MINUTE_MS;
			return setStage({ ...stage, timer: { endsAt: now + leftMs, leftMs } });
		}
		if (!stage.timer) throw new Refusal('conflict', 'There is no timer to pause.');
		return setStage({
			...stage,
			timer: to === 'pause' ? pausedTimer(stage.timer, now) : runningTimer(stage.timer, now)
		});
	}
};

export const extendTimer: Command<'extend-timer'> = {
	input: v.object({ minutes }),
	run({ room, now }, input) {
		const stage = currentStage(room);
		const more = input.minutes * MINUTE_MS;
		const leftMs = timeLeft(stage.timer, now) + more;
		const paused = stage.timer !== null && stage.timer.endsAt === null;
		return setStage({ ...stage, timer: { endsAt: paused ? null : now + leftMs, leftMs } });
	}
};

export const beginPace: Command<'begin-pace'> = {
	input: v.object({ step: id<'step'>() }),
	run({ room, now }, input) {
		const stage = currentStage(room);
		const step = stepOfPlan(room, input.step);
		const exercise = hasWorksheet(step) ? plannedExercise(step) : null;
		if (stage.step.id !== step.id || !exercise || !guideOf(exercise)) {
			throw new Refusal('conflict', 'There is nothing to begin in the step on the stage.');
		}
		return setStage({ ...stage, pacedSince: now });
	}
};

export const startRound: Command<'start-round'> = {
	input: v.object({
		minutes: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0.5), v.maxValue(30))), null)
	}),
	run({ room, now }, input) {
		const turnMs = input.minutes ? input.minutes * MINUTE_MS : null;
		const order = [...room.state.seats.values()]
			.filter((seat) => seat.place !== 'observer')
			.sort((a, b) => a.seat - b.seat)
			.map((seat) => seat.person);
		return setStage({
			...currentStage(room),
			round: { order, turn: order[0] ?? null, had: [], turnMs, turnSince: now }
		});
	}
};

export const nextTurn: Command<'next-turn'> = {
	input: nothing,
	run: ({ room, now }) => setStage(afterTurn(room, now))
};

export const passTurn: Command<'pass-turn'> = {
	input: nothing,
	run({ room, me, now }) {
		if (currentStage(room).round?.turn !== me.person) {
			throw new Refusal('conflict', 'It is not your turn, so there is nothing to pass.');
		}
		return setStage(afterTurn(room, now));
	}
};

export function currentStage(room: LiveRoom): Stage {
	if (!room.state.stage) throw new Refusal('conflict', 'The first step has not begun yet.');
	return room.state.stage;
}

export function setStage(stage: Stage): Outcome {
	return { room: (doc) => void roomDocument(doc).stage.set(THE, stage) };
}

export function pausedTimer(timer: Timer, now: number): Timer {
	return { endsAt: null, leftMs: timeLeft(timer, now) };
}

export function runningTimer(timer: Timer, now: number): Timer {
	return timer.endsAt === null ? { endsAt: now + timer.leftMs, leftMs: timer.leftMs } : timer;
}

function timeLeft(timer: Timer | null, now: number): number {
	if (!timer) return 0;
	return timer.endsAt === null ? timer.leftMs : Math.max(0, timer.endsAt - now);
}

/** The stage once the present turn is over: the next in the circle who is still in the room. */
function afterTurn(room: LiveRoom, now: number): Stage {
	const stage = currentStage(room);
	if (!stage.round?.turn) throw new Refusal('conflict', 'No round is going on.');
	const { order, turn, turnMs } = stage.round;
	const had: PersonId[] = [...stage.round.had, turn];
	const next = order.find((one) => !had.includes(one) && room.state.seats.has(one));
	return { ...stage, round: { order, had, turn: next ?? null, turnMs, turnSince: now } };
}

/** The step on the stage, or refuses: a command about another step came too late. */
export function stepOfPlan(room: LiveRoom, id: Step['id']): Step {
	const step = room.session.plan.steps.find((one) => one.id === id);
	if (!step) throw new Refusal('not-found', 'This step is not in the plan any more.');
	return step;
}

export function worksheetStep(room: LiveRoom, id: Step['id']) {
	const step = stepOfPlan(room, id);
	if (!hasWorksheet(step)) throw new Refusal('invalid', 'There is no worksheet in this step.');
	return step;
}
