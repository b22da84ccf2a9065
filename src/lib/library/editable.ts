import type { Column, Exercise, Field, Option } from '#lib/domain/exercise.ts';

/** The same, to be changed. */
type Editable<Thing> = Thing extends readonly (infer Item)[]
	? Editable<Item>[]
	: Thing extends object
		? { -readonly [Key in keyof Thing]: Editable<Thing[Key]> }
		: Thing;

export type EditableExercise = Editable<Exercise>;
export type EditableField = Editable<Field>;
export type EditableColumn = Editable<Column>;
export type EditableOption = Editable<Option>;
