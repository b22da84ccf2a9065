import type { SharingMode } from './plan.ts';

/** A rating between two numbers, asked with a slider and a number. */
export interface Scale {
	least: number;
	most: number;
	step: number;
	/** What the two ends mean, in words. */
	leastWord: string;
	mostWord: string;
}

export interface Option {
	id: string;
	label: string;
	help?: string;
}

/** Shows a field only while another one has this answer. */
export interface Condition {
	field: string;
	is: string | boolean;
}

/** S03: an answer that tells this session's facilitators, when the sheet is one they are told to read. */
export interface RiskRule {
	cause: 'felt-unsafe' | 'distress';
	when: 'at-most' | 'at-least';
	value: number;
	/** A quiet notice shows no crisis card. */
	quiet: boolean;
}

type ColumnKind =
	| { kind: 'text' }
	| { kind: 'long' }
	| { kind: 'yes-no' }
	| ({ kind: 'scale' } & Scale)
	| { kind: 'choice'; options: readonly Option[] };

/** One cell of a repeating group. */
export type Column = { id: string; label: string } & ColumnKind;

interface AnyField {
	/** Lower-case words with hyphens; it names the answer in documents and artifacts and never changes. */
	id: string;
	label: string;
	/** What to do, when the label alone may leave someone unsure. */
	help?: string;
	/** An invented answer, shown only on request. */
	example?: string;
	/** One of these must hold for the field to be shown. */
	when?: readonly Condition[];
}

type FieldKind =
	| { kind: 'text' }
	| { kind: 'long' }
	| { kind: 'date' }
	| { kind: 'yes-no' }
	| { kind: 'contact' }
	/** `ratesAgain` names the scale that this one repeats: the two are a before and an after. */
	| ({ kind: 'scale'; ratesAgain?: string; risk?: RiskRule } & Scale)
	| { kind: 'choice'; options: readonly Option[] }
	| { kind: 'choices'; options: readonly Option[] }
	/** A repeating group. `item` is what one row is called: 'feeling'. */
	| { kind: 'rows'; item: string; columns: readonly Column[]; mostRows: number }
	/** The scale `column` of the rows field `rows`, asked a second time for each row; `name` is the column that names the row. */
	| { kind: 'again'; rows: string; name: string; column: string };

export type Field = AnyField & FieldKind;
export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** What a group does together on the stage, besides or instead of writing. */
type OnStage =
	{ kind: 'board'; template: string } | { kind: 'breathing'; secondsASide: number; rounds: number };

export interface Exercise {
	id: string;
	title: string;
	/** One line for whoever plans a session. */
	summary: string;
	/** Said to the member at the top of the sheet. */
	intro: string;
	minutes: number;
	/** How its sheet is shared unless the plan says otherwise. */
	sharing: SharingMode;
	fields: readonly Field[];
	onStage?: OnStage;
	/** The same exercise with fewer fields. */
	variants?: readonly Exercise[];
}

export function fieldNamed(exercise: Exercise, id: string): Field | null {
	return exercise.fields.find((field) => field.id === id) ?? null;
}

/** The repeating group of this name, or null. */
export function rowsNamed(exercise: Exercise, id: string): FieldOf<'rows'> | null {
	const field = fieldNamed(exercise, id);
	return field?.kind === 'rows' ? field : null;
}

/** The same exercise with only some of its fields; answers keep their names. */
export function shortened(
	exercise: Exercise,
	shorter: Pick<Exercise, 'id' | 'title' | 'summary' | 'minutes'> & { fields: readonly string[] }
): Exercise {
	const { variants: _variants, ...whole } = exercise;
	return {
		...whole,
		...shorter,
		fields: exercise.fields.filter((field) => shorter.fields.includes(field.id))
	};
}
