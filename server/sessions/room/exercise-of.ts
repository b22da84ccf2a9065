import type { Exercise } from '../../../src/lib/domain/exercise.ts';
import { exerciseNamed } from '../../../src/lib/domain/exercises/library.ts';
import { exerciseOf as planned } from '../../../src/lib/domain/exercises/of-step.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import type { WorksheetStep } from '../../../src/lib/domain/plan.ts';
import { stepOf } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from './live-room.ts';

/** What one person fills in during a step: the step's exercise, or the one that they were given instead. */
export function exerciseOf(room: LiveRoom, step: WorksheetStep, person: PersonId): Exercise | null {
	const key = stepOf(step.id, person);
	const given = room.state.tailored.get(key);
	if (given === undefined) return planned(step);
	return room.state.tailoredTo.get(key) ?? exerciseNamed(given);
}
