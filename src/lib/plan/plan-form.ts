import * as v from 'valibot';
import { ROOMS_MOST } from '#lib/domain/breakouts.ts';
import { BOARD_TEMPLATES } from '#lib/domain/board-templates.ts';
import { exerciseNamed } from '#lib/domain/exercises/library.ts';
import { parseId } from '#lib/domain/ids.ts';
import { planFrom } from './plan-fields.ts';

const STEPS_MOST = 30;

const words = (length: number) =>
	v.pipe(v.string(), v.maxLength(length, `Please use at most ${length} letters.`));
const whole = (least: number, most: number, of: string) => {
	const message = `Please give from ${least} to ${most} ${of}.`;
	return v.pipe(v.number(), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};

const asked = v.looseObject({
	kind: v.literal('check-in'),
	checkIns: v.pipe(v.array(v.string()), v.minLength(1, 'Please choose at least one thing to ask.'))
});

const step = v.looseObject({
	title: v.pipe(
		v.string(),
		v.nonEmpty('Please give this step a name.'),
		v.maxLength(80, 'Please use a shorter name.')
	),
	minutes: whole(1, 180, 'minutes'),
	prompt: words(600),
	notes: words(2000),
	secondsASide: v.optional(whole(2, 10, 'seconds')),
	rounds: v.optional(whole(1, 30, 'rounds')),
	rooms: v.optional(whole(1, ROOMS_MOST, 'rooms')),
	exercise: v.optional(
		v.pipe(
			v.string(),
			v.check((id) => exerciseNamed(id) !== null || parseId(id) !== null, 'Please choose an exercise.')
		)
	),
	template: v.optional(
		v.pipe(
			v.string(),
			v.check((id) => BOARD_TEMPLATES.some((one) => one.id === id), 'Please choose a sheet.')
		)
	)
});

const plan = v.pipe(
	v.record(v.string(), v.string()),
	v.transform(planFrom),
	v.check(({ steps }) => steps.length > 0, 'A plan needs at least one step.'),
	v.check(({ steps }) => steps.length <= STEPS_MOST, `A plan has at most ${STEPS_MOST} steps.`),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		dataset.value.steps.forEach((one, index) => {
			const shape = one.kind === 'check-in' ? v.intersect([step, asked]) : step;
			for (const issue of v.safeParse(shape, one).issues ?? []) {
				const field = v.getDotPath(issue) ?? '';
				const path = {
					type: 'object',
					origin: 'value',
					input: {},
					key: `steps.${index}.${field}`,
					value: one
				} as const;
				addIssue({ message: issue.message, path: [path] });
			}
		});
	})
);

/** The steps of PlanBuilder.svelte without a title. */
export const planSteps = v.pipe(
	plan,
	v.transform((made) => ({ plan: made }))
);

/** The form of PlanBuilder.svelte; what is wrong with a step is named `steps.<index>.<field>`. */
export const planForm = v.intersect([
	v.object({
		title: v.pipe(
			v.string(),
			v.trim(),
			v.nonEmpty('Please give the session a title.'),
			v.maxLength(80, 'Please use a shorter title.')
		)
	}),
	planSteps
]);
