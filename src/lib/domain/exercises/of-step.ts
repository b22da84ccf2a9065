import type { Exercise } from '../exercise.ts';
import type { StepInView, WorksheetStep } from '../plan.ts';
import { exerciseNamed } from './library.ts';

/** What a step asks: the practice's own exercise as the plan holds it, or one of the library; null when it is gone. */
export function exerciseOf(step: Pick<WorksheetStep, 'exercise' | 'definition'>): Exercise | null {
	return step.definition ?? exerciseNamed(step.exercise);
}

/** The same in a member's browser, where definitions stand in the room by the step they are for. */
export function exerciseInView(
	step: StepInView,
	definitions: { get(step: StepInView['id']): Exercise | undefined }
): Exercise | null {
	return definitions.get(step.id) ?? exerciseNamed(step.exercise ?? '');
}
