import * as v from 'valibot';
import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { faultsOf } from './exercise-faults.ts';

/** What an exercise that comes from outside may look like: from the builder, or from another system's file. */

const FIELDS_MOST = 200;
const OPTIONS_MOST = 100;
const COLUMNS_MOST = 20;

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/, 'This name cannot be used.'));
const optionId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'This name cannot be used.'));
const words = (most: number) =>
	v.pipe(v.string(), v.trim(), v.maxLength(most, `Please use at most ${most} letters.`));
const some = (most: number, missing: string) => v.pipe(words(most), v.nonEmpty(missing));
const number = v.pipe(
	v.number('Please give a number.'),
	v.minValue(-1e9, 'This number is too small.'),
	v.maxValue(1e9, 'This number is too large.')
);
const whole = v.pipe(number, v.integer('Please give a whole number.'));

const risk = v.object({
	cause: v.picklist(['felt-unsafe', 'distress', 'self-harm']),
	when: v.picklist(['at-most', 'at-least']),
	value: number,
	quiet: v.boolean()
});
const risky = { risk: v.optional(risk) };
const scale = { least: whole, most: whole, step: whole, leastWord: words(80), mostWord: words(80) };
const options = v.pipe(
	v.array(
		v.object({
			id: optionId,
			label: some(500, 'Please write this answer, or take it away.'),
			help: v.optional(words(500)),
			value: v.optional(number),
			code: v.optional(words(60))
		})
	),
	v.minLength(1, 'Please give at least one answer to choose from.'),
	v.maxLength(OPTIONS_MOST, `Please give at most ${OPTIONS_MOST} answers.`)
);

const PLAIN = ['text', 'long', 'date', 'time', 'contact'] as const;

const askedAs = (named: v.ObjectEntries) => [
	v.object({ ...named, kind: v.picklist(PLAIN) }),
	v.object({ ...named, kind: v.literal('number'), least: number, most: number, unit: words(30) }),
	v.object({ ...named, kind: v.literal('yes-no'), ...risky }),
	v.object({ ...named, kind: v.literal('choice'), options, ...risky }),
	v.object({ ...named, kind: v.literal('choices'), options })
];

const cell = { id: optionId, label: some(300, 'Please name this column.') };
const column = v.variant('kind', [
	...askedAs(cell),
	v.object({ ...cell, kind: v.literal('scale'), ...scale, ...risky }),
	v.object({ ...cell, kind: v.literal('agreed'), to: optionId }),
	v.object({ ...cell, kind: v.literal('computed'), how: v.literal('sleep-efficiency') })
]);

const condition = v.union([
	v.object({ field: id, is: v.union([v.boolean(), words(60)]) }),
	v.object({ field: id, below: number }),
	v.object({ field: id, from: number })
]);

const named = {
	id,
	label: some(4000, 'Please write what is asked.'),
	help: v.optional(words(2000)),
	example: v.optional(words(2000)),
	when: v.optional(v.array(condition)),
	whenAll: v.optional(v.boolean()),
	square: v.optional(words(60)),
	code: v.optional(words(60))
};

const picture = v.variant('kind', [
	v.object({ kind: v.literal('radar'), name: optionId, wanted: optionId, lived: optionId }),
	v.object({ kind: v.literal('arrows'), from: optionId, to: optionId, words: optionId })
]);

const rows = {
	item: some(40, 'Please say what one row is called.'),
	columns: v.pipe(
		v.array(column),
		v.minLength(1, 'Please add at least one column.'),
		v.maxLength(COLUMNS_MOST, `Please use at most ${COLUMNS_MOST} columns.`)
	),
	mostRows: v.pipe(
		whole,
		v.minValue(1, 'At least one row.'),
		v.maxValue(100, 'Please allow at most 100 rows.')
	),
	sortedBy: v.optional(optionId),
	compares: v.optional(
		v.object({
			...{ name: optionId, before: optionId, after: optionId },
			words: v.tuple([words(80), words(80)])
		})
	),
	beginnings: v.optional(v.object({ for: optionId, words: v.array(words(200)) })),
	picture: v.optional(picture),
	sums: v.optional(optionId)
};

const field = v.variant('kind', [
	...askedAs(named),
	v.object({ ...named, kind: v.literal('scale'), ...scale, ratesAgain: v.optional(id), ...risky }),
	v.object({ ...named, kind: v.literal('rows'), ...rows }),
	v.object({ ...named, kind: v.literal('again'), rows: id, name: optionId, column: optionId }),
	v.object({ ...named, kind: v.literal('note') })
]);

const onStage = v.variant('kind', [
	v.object({ kind: v.literal('board'), template: words(60) }),
	v.object({ kind: v.literal('breathing'), secondsASide: whole, rounds: whole }),
	v.object({
		...{ kind: v.literal('body-scan'), secondsAPart: whole },
		order: v.optional(v.picklist(['from-feet', 'from-head']))
	})
]);

const scoring = v.object({
	...{ credit: words(2000), items: v.array(id), times: number, most: number, higherIsBetter: v.boolean() },
	bands: v.array(v.object({ from: number, label: words(80) })),
	parts: v.optional(v.array(v.object({ label: words(80), items: v.array(id), positiveFrom: number }))),
	...{ changeFrom: v.optional(number), caution: words(2000), nonCommercial: v.optional(v.boolean()) },
	codes: v.optional(v.object({ panel: words(20), total: words(20) }))
});

export const exerciseShape = v.pipe(
	v.object({
		id: words(80),
		title: some(120, 'Please give it a title.'),
		summary: words(300),
		intro: words(4000),
		minutes: v.pipe(whole, v.minValue(1, 'At least one minute.'), v.maxValue(180, 'At most 180 minutes.')),
		sharing: v.picklist(['private', 'reveal', 'together']),
		fields: v.pipe(
			v.array(field),
			v.minLength(1, 'Please ask at least one thing.'),
			v.maxLength(FIELDS_MOST, `Please ask at most ${FIELDS_MOST} things.`)
		),
		onStage: v.optional(onStage),
		therapyOnly: v.optional(v.boolean()),
		restricted: v.optional(v.picklist(['own', 'facilitator-only'])),
		scoring: v.optional(scoring),
		copiedFrom: v.optional(words(80))
	}),
	v.transform((shaped) => shaped as Exercise),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		for (const { at, message } of faultsOf(dataset.value)) {
			const path = { type: 'object', origin: 'value', input: {}, key: at, value: at } as const;
			addIssue({ message, path: [path] });
		}
	})
);
