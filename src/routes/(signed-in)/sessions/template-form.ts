import * as v from 'valibot';
import { planSteps } from '#lib/plan/plan-form.ts';

/** The fields of KeepAsTemplate.svelte, and the plan that they stand below. */
export const TemplateForm = v.intersect([
	v.object({
		templateTitle: v.pipe(
			v.string(),
			v.trim(),
			v.nonEmpty('Please give the template a name.'),
			v.maxLength(80, 'Please use a shorter name.')
		),
		templateShared: v.optional(v.literal('on'))
	}),
	planSteps
]);
