import {
	fieldNamed,
	rowsNamed,
	type Column,
	type Condition,
	type Exercise,
	type Field
} from '../../src/lib/domain/exercise.ts';

export interface Fault {
	/** Such as `fields.2.options`. */
	at: string;
	message: string;
}

const FORBIDDEN = new Set(['constructor', 'prototype']);

/** What does not fit together in an exercise whose parts are each right. */
export function faultsOf(exercise: Exercise): Fault[] {
	const taken = new Set<string>();
	return exercise.fields.flatMap((field, index) => {
		const at = `fields.${index}`;
		const isTwice = taken.has(field.id) || FORBIDDEN.has(field.id);
		taken.add(field.id);
		const earlier = { ...exercise, fields: exercise.fields.slice(0, index) };
		return [
			...(isTwice ? [{ at: `${at}.label`, message: 'Two questions have the same name inside.' }] : []),
			...askedFaults(field, at),
			...conditionFaults(field, earlier, at),
			...relationFaults(field, earlier, at)
		];
	});
}

function askedFaults(asked: Field | Column, at: string): Fault[] {
	const faults: Fault[] = [];
	if ('least' in asked && asked.least >= asked.most) {
		faults.push({ at: `${at}.most`, message: 'The highest number must be above the lowest.' });
	} else if (asked.kind === 'scale' && (asked.step < 1 || asked.step > asked.most - asked.least)) {
		faults.push({ at: `${at}.step`, message: 'The steps must be smaller than the whole scale.' });
	}
	if ('options' in asked && new Set(asked.options.map(({ id }) => id)).size < asked.options.length) {
		faults.push({ at: `${at}.options`, message: 'Two answers have the same name inside.' });
	}
	if ('options' in asked && new Set(asked.options.map(({ label }) => label)).size < asked.options.length) {
		faults.push({ at: `${at}.options`, message: 'Two answers say the same.' });
	}
	return faults;
}

function conditionFaults(field: Field, earlier: Exercise, at: string): Fault[] {
	const wrong = (field.when ?? []).some((condition) => !canHold(condition, earlier));
	return wrong
		? [{ at: `${at}.when`, message: 'It waits for an answer that is not asked for above it any more.' }]
		: [];
}

function canHold(condition: Condition, earlier: Exercise): boolean {
	const asked = fieldNamed(earlier, condition.field);
	if (!asked) return false;
	if (!('is' in condition)) return asked.kind === 'scale' || asked.kind === 'number';
	if (typeof condition.is === 'boolean') return asked.kind === 'yes-no';
	return 'options' in asked && asked.options.some(({ id }) => id === condition.is);
}

/** Befores and afters, tables and pictures name other parts of the sheet. */
function relationFaults(field: Field, earlier: Exercise, at: string): Fault[] {
	if (field.kind === 'scale' && field.ratesAgain !== undefined) {
		const before = fieldNamed(earlier, field.ratesAgain);
		const fits = before?.kind === 'scale' && before.least === field.least && before.most === field.most;
		const message = 'A rating “after” needs its “before” above it, on the same scale.';
		return fits ? [] : [{ at: `${at}.ratesAgain`, message }];
	}
	if (field.kind === 'again') {
		const columns = rowsNamed(earlier, field.rows)?.columns ?? [];
		const fits = [field.name, field.column].every((name) => columns.some(({ id }) => id === name));
		return fits ? [] : [{ at: `${at}.rows`, message: 'The rows that it rates again are not above it.' }];
	}
	if (field.kind !== 'rows') return [];
	const names = new Set(field.columns.map(({ id }) => id));
	const { sortedBy, compares, beginnings, picture, sums } = field;
	const pictured = picture
		? Object.entries(picture).flatMap(([part, name]) => (part === 'kind' ? [] : [name]))
		: [];
	const compared = compares ? [compares.name, compares.before, compares.after] : [];
	const used = [sortedBy, sums, beginnings?.for, ...pictured, ...compared];
	const signed = field.columns.map((column) => (column.kind === 'agreed' ? column.to : undefined));
	const isMissing = [...used, ...signed].some((name) => name !== undefined && !names.has(name));
	return [
		...(names.size < field.columns.length || [...names].some((name) => FORBIDDEN.has(name))
			? [{ at: `${at}.columns`, message: 'Two columns have the same name inside.' }]
			: []),
		...(isMissing
			? [{ at: `${at}.columns`, message: 'A column is missing that something else here needs.' }]
			: []),
		...field.columns.flatMap((column, index) => askedFaults(column, `${at}.columns.${index}`))
	];
}
