import type { RegionOrder } from './body-scan.ts';
import type { Picture } from './picture.ts';
import type { SharingMode } from './plan.ts';
import type { Restriction } from './restriction.ts';
import type { Scoring } from './scoring.ts';

/** A rating between two numbers, asked with a slider and a number. */
export interface Scale {
	least: number;
	most: number;
	step: number;
	/** What the two ends mean, in words. */
	leastWord: string;
	mostWord: string;
}

/** A number that is typed in. `unit` is said after it and may be empty. */
export interface Amount {
	least: number;
	most: number;
	unit: string;
}

export interface Option {
	id: string;
	label: string;
	help?: string;
	/** What it counts in a score. */
	value?: number;
	/** What other systems call it (LOINC). */
	code?: string;
}

/** Shows a field only while another one has this answer, or a number in this range. */
export type Condition = { field: string } & ({ is: string | boolean } | { below: number } | { from: number });

/** S03: an answer that tells this session's facilitators, when the sheet is one they are told to read. */
export interface RiskRule {
	cause: 'felt-unsafe' | 'distress' | 'self-harm';
	when: 'at-most' | 'at-least';
	/** Of a rating, of what a choice counts, or 1 for yes. */
	value: number;
	/** A quiet notice shows no crisis card. */
	quiet: boolean;
}

/** What both a field and a cell of a repeating group can ask. */
type PlainKind =
	| { kind: 'text' }
	| { kind: 'long' }
	| { kind: 'date' }
	/** A time of day. */
	| { kind: 'time' }
	| { kind: 'contact' }
	| ({ kind: 'number' } & Amount)
	| { kind: 'yes-no'; risk?: RiskRule }
	| { kind: 'choice'; options: readonly Option[]; risk?: RiskRule }
	| { kind: 'choices'; options: readonly Option[] };

type ColumnKind =
	| PlainKind
	| ({ kind: 'scale'; risk?: RiskRule } & Scale)
	/** Each person in the group ticks for themselves that they agree with the words in the column `to`. */
	| { kind: 'agreed'; to: string }
	/** Nobody fills it in: it follows from the row's other cells. */
	| { kind: 'computed'; how: 'sleep-efficiency' };

/** One cell of a repeating group. */
export type Column = { id: string; label: string } & ColumnKind;
export type ColumnOf<Kind extends Column['kind']> = Extract<Column, { kind: Kind }>;

interface AnyField {
	/** Lower-case words with hyphens; it names the answer in documents and artifacts and never changes. */
	id: string;
	label: string;
	/** What to do, when the label alone may leave someone unsure. */
	help?: string;
	/** An invented answer, shown only on request. */
	example?: string;
	/** One of these must hold for the field to be shown, or all of them. */
	when?: readonly Condition[];
	whenAll?: boolean;
	/** Fields beside each other that share this name stand in a square of two by two, where there is room. */
	square?: string;
	/** What other systems call it (LOINC). */
	code?: string;
}

type FieldKind =
	| PlainKind
	/** `ratesAgain` names the scale that this one repeats: the two are a before and an after. */
	| ({ kind: 'scale'; ratesAgain?: string; risk?: RiskRule } & Scale)
	/** A repeating group. */
	| ({ kind: 'rows' } & Rows)
	/** The scale `column` of the rows field `rows`, asked a second time for each row; `name` is the column that names the row. */
	| { kind: 'again'; rows: string; name: string; column: string }
	/** Words to read; nothing is asked. */
	| { kind: 'note' };

interface Rows {
	/** What one row is called: 'feeling'. */
	item: string;
	columns: readonly Column[];
	mostRows: number;
	/** The rating that orders the rows when they are read, highest first. */
	sortedBy?: string;
	/** Two ratings of each row that are a before and an after, and the column that names the row. */
	compares?: { name: string; before: string; after: string; words: readonly [string, string] };
	/** Words that a row can begin with, in the column `for`. */
	beginnings?: { for: string; words: readonly string[] };
	/** How the rows are drawn. */
	picture?: Picture;
	/** The rating that is added up. */
	sums?: string;
}

export type Field = AnyField & FieldKind;
export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** What a group does together on the stage, besides or instead of writing. */
type OnStage = { kind: 'board'; template: string } | Guide;

/** What goes at one pace for everyone, by the server's time. */
export type Guide =
	| { kind: 'breathing'; secondsASide: number; rounds: number }
	| { kind: 'body-scan'; secondsAPart: number; order?: RegionOrder };

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
	/** S14: not offered in a peer group, where nobody reads what it raises. */
	therapyOnly?: boolean;
	/** Whom its answers are kept to, where that is not the plan's to say. */
	restricted?: Restriction;
	/** How its answers count. Only a measure has it; then its words are its publisher's. */
	scoring?: Scoring;
	/** A definition from elsewhere, kept whole so that nothing of it is lost when it goes on. */
	source?: { fhir: string };
	/** Of a practice's own exercise: which version of it this is, from 1. */
	version?: number;
	/** The exercise of the library that a practice's own one began as. */
	copiedFrom?: string;
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
