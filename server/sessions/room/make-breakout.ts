import { BOARD_TEMPLATES } from '../../../src/lib/domain/board-templates.ts';
import type { Breakout, BreakoutTask } from '../../../src/lib/domain/breakouts.ts';
import type { DocumentKind } from '../../../src/lib/domain/documents.ts';
import type { Exercise } from '../../../src/lib/domain/exercise.ts';
import { exerciseNamed } from '../../../src/lib/domain/exercises/library.ts';
import { type GivenSheet, ROOM_SHEET, unreceived } from '../../../src/lib/domain/flag-receiver.ts';
import { type BreakoutId, type DocumentId, newId, type PersonId } from '../../../src/lib/domain/ids.ts';
import { can } from '../../../src/lib/domain/policy.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { beyondRestriction } from '../../../src/lib/domain/restriction.ts';
import type { LiveRoom } from './live-room.ts';

/** A breakout with the documents that it works on. */
export async function makeBreakout(
	room: LiveRoom,
	of: Pick<Breakout, 'number' | 'step' | 'people' | 'task'>
): Promise<Breakout> {
	const id = newId<'breakout'>();
	const make = (kind: DocumentKind) => document(room, kind, { id, step: of.step });
	return {
		...{ id, ...of, talk: await make('talk') },
		board: of.task.kind === 'board' ? await make('board') : null,
		table: of.task.kind === 'sheet' ? await make('table') : null
	};
}

/** The task, when the people of a room may be given it to do together (S03, S14). Throws Refusal. */
export function offeredTask(
	room: LiveRoom,
	by: PersonId,
	task: BreakoutTask,
	own: readonly Exercise[]
): BreakoutTask {
	if (task.kind === 'board' && !BOARD_TEMPLATES.some(({ id }) => id === task.template)) {
		throw new Refusal('not-found', 'There is no such sheet for a board.');
	}
	if (task.kind !== 'sheet') return task;
	const exercise = mustBeOffered(room, by, { exercise: task.exercise, sheet: ROOM_SHEET }, own);
	// What is done on a board together is so in a room too.
	if (exercise.onStage?.kind === 'board') return exercise.onStage;
	const { kind, exercise: id } = task;
	return own.includes(exercise) ? { kind, exercise: id, definition: exercise } : { kind, exercise: id };
}

/** An exercise that is given out in the room as it stands, besides what was planned (S03, S05, S14). Throws Refusal. */
export function mustBeOffered(
	room: LiveRoom,
	by: PersonId,
	given: { exercise: string; sheet: GivenSheet },
	own: readonly Exercise[]
): Exercise {
	const exercise = exerciseNamed(given.exercise) ?? own.find(({ id }) => id === given.exercise);
	if (!exercise) throw new Refusal('not-found', 'This exercise is not in the library any more.');
	const { therapyOnly = false, scoring, title } = exercise;
	if (scoring) throw new Refusal('not-allowed', `“${title}” is each person’s own, and not for a room.`);
	if (!can(room.actor(by), 'exercise.use', { therapyOnly }, room.policyState())) {
		throw new Refusal('not-allowed', `“${title}” is not offered in a peer support group.`);
	}
	const unheard =
		unreceived(exercise, given.sheet, room.placements) ?? beyondRestriction(exercise, given.sheet);
	if (unheard) throw new Refusal('not-allowed', unheard);
	return exercise;
}

async function document(
	room: LiveRoom,
	kind: DocumentKind,
	{ id, step }: { id: BreakoutId; step: Breakout['step'] }
): Promise<DocumentId> {
	const head = await room.content.create({
		...{ kind, group: room.group.id, session: room.session.id, owner: null, step, breakout: id },
		...{ readers: [], readsWhen: 'as-you-type' }
	});
	return head.id;
}
