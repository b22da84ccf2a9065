import type { Exercise, Guide } from '../exercise.ts';
import { hasWorksheet, type Step, type StepInView, type WorksheetStep } from '../plan.ts';
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

/** The sheet of the board that a step puts before everyone: its own, or the one its exercise is done on together. */
export function boardTemplate(step: Step): string | null {
	if (step.kind === 'board') return step.template;
	if (!hasWorksheet(step) || step.sharing !== 'together') return null;
	const onStage = exerciseOf(step)?.onStage;
	return onStage?.kind === 'board' ? onStage.template : null;
}

/** The part of an exercise that everyone does at one pace, or null. */
export function guideOf({ onStage }: Pick<Exercise, 'onStage'>): Guide | null {
	return onStage && onStage.kind !== 'board' ? onStage : null;
}
