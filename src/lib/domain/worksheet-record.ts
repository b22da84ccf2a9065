import type * as Y from 'yjs';
import { isNothing, linesOf, type Answer } from './answer.ts';
import type { Exercise } from './exercise.ts';
import { scoreOf } from './measure-score.ts';
import type { PictureJson } from './picture.ts';
import type { Score } from './scoring.ts';
import { changesIn, type Change } from './worksheet-changes.ts';
import { picturesOf } from './worksheet-pictures.ts';
import type { NameOf } from './worksheet-tables.ts';
import { answerOf, shownFields } from './worksheet.ts';

/** A worksheet as an artifact keeps it: it can be read without the exercise or the document. */
export interface WorksheetJson {
	exercise: string;
	title: string;
	/** Answered fields alone, in the order of the sheet. */
	fields: { id: string; label: string; answer: Answer }[];
	changes: Change[];
	/** An exercise of the practice's own, as it was then. */
	definition?: Exercise;
	/** Sheets that were kept before there were pictures and measures have neither. */
	pictures?: PictureJson[];
	score?: Score;
}

export function worksheetJson(doc: Y.Doc, exercise: Exercise, nameOf: NameOf = () => null): WorksheetJson {
	const shown = shownFields(doc, exercise);
	const fields = shown
		.map((field) => ({ id: field.id, label: field.label, answer: answerOf(doc, exercise, field, nameOf) }))
		.filter(({ answer }) => !isNothing(answer));
	const score = scoreOf(doc, exercise);
	return {
		...{ exercise: exercise.id, title: exercise.title, fields },
		...(exercise.version === undefined ? {} : { definition: exercise }),
		changes: shown.flatMap((field) => changesIn(doc, exercise, field)),
		pictures: picturesOf(doc, shown),
		...(score ? { score } : {})
	};
}

/** What a page or a print-out shows of one field: a table, or lines. */
export interface WorksheetSection {
	id: string;
	label: string;
	lines: string[];
	table: { head: string[]; rows: string[][] } | null;
}

export function worksheetSections(json: WorksheetJson): WorksheetSection[] {
	return json.fields.map(({ id, label, answer }) => ({
		id,
		label,
		lines: linesOf(answer),
		// A group of one column reads better as lines.
		table: answer.is === 'table' && answer.head.length > 1 ? tableInWords(answer.head, answer.rows) : null
	}));
}

function tableInWords(head: string[], rows: Answer[][]) {
	return { head, rows: rows.map((cells) => cells.map((cell) => linesOf(cell).join('\n'))) };
}
