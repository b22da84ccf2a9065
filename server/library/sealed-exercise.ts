import type { Exercise } from '../../src/lib/domain/exercise.ts';
import type { OwnExercise } from '../../src/lib/domain/own-exercise.ts';
import type { ExerciseRow } from '../store/exercises.ts';
import type { ExerciseVersionTable } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';

/** The practice's own words, kept under its key (R44). */

const placeOf = (id: string, version: number) => `exercise_version|definition|${id}|${version}`;

export function sealDefinition(vault: Vault, exercise: Exercise & { version: number }): Uint8Array {
	return vault.sealJson('practice', placeOf(exercise.id, exercise.version), exercise);
}

export function openVersion(
	vault: Vault,
	{
		exercise,
		version,
		definition_sealed
	}: Pick<ExerciseVersionTable, 'exercise' | 'version' | 'definition_sealed'>
): Exercise {
	return vault.openJson<Exercise>('practice', placeOf(exercise, version), definition_sealed);
}

export function openExercise(vault: Vault, row: ExerciseRow): OwnExercise {
	const { id, version, definition_sealed, made_at, retired_at } = row;
	const exercise = openVersion(vault, { exercise: id, version, definition_sealed });
	return { id, exercise, changedAt: made_at, retiredAt: retired_at };
}
