import { exerciseNamed } from './exercises/library.ts';
import { exerciseOf } from './exercises/of-step.ts';
import { hasWorksheet, type Step } from './plan.ts';

/** S14: whether these steps use an exercise that is not offered in a peer group, also in the rooms of a breakout. */
export function isTherapyOnly(steps: readonly Pick<Step, 'kind'>[]): boolean {
	return steps.some((step) => askedIn(step)?.therapyOnly === true);
}

function askedIn(step: Pick<Step, 'kind'>) {
	if (hasWorksheet(step)) return exerciseOf(step);
	return 'exercise' in step ? exerciseNamed(String(step.exercise)) : null;
}
