import type { Exercise } from './exercise.ts';
import { exerciseNamed } from './exercises/library.ts';
import type { ExerciseId } from './ids.ts';

/** An exercise that the practice made for itself. Each change is a new version; sheets keep the one they were made with. */
export interface OwnExercise {
	id: ExerciseId;
	exercise: Exercise;
	changedAt: number;
	/** Retired ones are offered to no plan. */
	retiredAt: number | null;
}

/** As it travels to rooms and artifacts: without the file it came from, which the library keeps. */
export function definitionOf({ source: _source, ...definition }: Exercise): Exercise {
	return definition;
}

/**
 * S14: a copy of what is not offered in a peer group is not offered there either, and neither is what asks about harming
 * oneself: nobody there would be named to read it.
 */
export function isAlwaysTherapyOnly(exercise: Exercise): boolean {
	const from = exercise.copiedFrom === undefined ? null : exerciseNamed(exercise.copiedFrom);
	return from?.therapyOnly === true || asksAboutSelfHarm(exercise);
}

export function asksAboutSelfHarm(exercise: Exercise): boolean {
	return exercise.fields.some((field) =>
		(field.kind === 'rows' ? field.columns : [field]).some(
			(asked) => 'risk' in asked && asked.risk?.cause === 'self-harm'
		)
	);
}
