import type { Kysely } from 'kysely';
import type { ExerciseId } from '../../src/lib/domain/ids.ts';
import type { ExerciseTable, ExerciseVersionTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;
export type ExerciseRow = ExerciseTable & Pick<ExerciseVersionTable, 'definition_sealed' | 'made_at'>;

/** Every exercise of the practice's own as it is now, oldest first, retired ones too. */
export function ownExercises(db: Db): Promise<ExerciseRow[]> {
	return newest(db).orderBy('exercise.created_at').orderBy('exercise.id').execute();
}

export function ownExercise(db: Db, id: ExerciseId): Promise<ExerciseRow | undefined> {
	return newest(db).where('exercise.id', '=', id).executeTakeFirst();
}

export function exerciseVersion(
	db: Db,
	id: ExerciseId,
	version: number
): Promise<ExerciseVersionTable | undefined> {
	return db
		.selectFrom('exercise_version')
		.selectAll()
		.where('exercise', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
}

export function insertExercise(db: Db, row: ExerciseTable): Statement {
	return statement(db.insertInto('exercise').values(row), 1);
}

export function insertVersion(db: Db, row: ExerciseVersionTable): Statement {
	return statement(db.insertInto('exercise_version').values(row), 1);
}

/** Counts on by one; the unit is undone when someone else did meanwhile. */
export function raiseVersion(db: Db, id: ExerciseId, from: number): Statement {
	const query = db
		.updateTable('exercise')
		.set({ version: from + 1 })
		.where('id', '=', id)
		.where('version', '=', from);
	return statement(query, 1);
}

export function setRetired(db: Db, id: ExerciseId, at: number | null): Statement {
	return statement(db.updateTable('exercise').set({ retired_at: at }).where('id', '=', id), 1);
}

function newest(db: Db) {
	return db
		.selectFrom('exercise')
		.innerJoin('exercise_version', (join) =>
			join
				.onRef('exercise_version.exercise', '=', 'exercise.id')
				.onRef('exercise_version.version', '=', 'exercise.version')
		)
		.selectAll('exercise')
		.select(['exercise_version.definition_sealed', 'exercise_version.made_at']);
}
