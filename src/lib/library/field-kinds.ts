import type { Column, Field } from '#lib/domain/exercise.ts';
import type { EditableColumn, EditableField, EditableOption } from './editable.ts';

/** What each kind of question is called in the builder; the others come with copies alone and stay as they are. */
export const FIELD_KINDS: Partial<Record<Field['kind'], string>> = {
	long: 'Several lines',
	text: 'One line',
	scale: 'A rating with a slider',
	choice: 'One of several answers',
	choices: 'Any of several answers',
	'yes-no': 'Yes or no',
	rows: 'Rows, as many as needed',
	number: 'A number',
	date: 'A date',
	time: 'A time of day',
	contact: 'A name and a phone number',
	note: 'Words to read'
};

export const COLUMN_KINDS: Partial<Record<Column['kind'], string>> = Object.fromEntries(
	Object.entries(FIELD_KINDS).filter(([kind]) => kind !== 'rows' && kind !== 'note')
);

const TEN = { least: 0, most: 10, step: 1, leastWord: 'not at all', mostWord: 'very much' };
const NUMBER = { least: 0, most: 100, unit: '' };
const answers = (): EditableOption[] => [
	{ id: 'first', label: '' },
	{ id: 'second', label: '' }
];

/** A name inside that is not taken yet. */
export function freeName(wished: string, taken: readonly string[]): string {
	let name = wished;
	for (let count = 2; taken.includes(name); count += 1) name = `${wished}-${count}`;
	return name;
}

/** The same question asked another way: its words stay, and so do the answers where both kinds have some. */
export function withKind(field: EditableField, kind: Field['kind']): EditableField {
	const { id, label, help, example, when, whenAll, code } = field;
	const words = Object.fromEntries(
		Object.entries({ help, example, when, whenAll, code }).filter(([, value]) => value !== undefined)
	);
	return { id, label, ...words, ...partsOf(kind, field) } as EditableField;
}

export function columnWithKind(column: EditableColumn, kind: Column['kind']): EditableColumn {
	const { id, label } = column;
	return { id, label, ...partsOf(kind, column) } as EditableColumn;
}

function partsOf(kind: Field['kind'] | Column['kind'], before: EditableField | EditableColumn): object {
	switch (kind) {
		case 'scale':
			return { kind, ...TEN };
		case 'number':
			return { kind, ...NUMBER };
		case 'choice':
		case 'choices':
			return { kind, options: 'options' in before ? before.options : answers() };
		case 'rows':
			return { kind, item: 'line', mostRows: 10, columns: [{ id: 'first', kind: 'text', label: '' }] };
		default:
			return { kind };
	}
}
