import { exerciseOf } from './exercises/of-step.ts';
import { hasWorksheet, type Step } from './plan.ts';

/** S14: whether these steps use an exercise that is not offered in a peer group. */
export function isTherapyOnly(steps: readonly Pick<Step, 'kind'>[]): boolean {
	return steps.some((step) => hasWorksheet(step) && exerciseOf(step)?.therapyOnly === true);
}
