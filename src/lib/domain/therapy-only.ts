import { exerciseNamed } from './exercises/library.ts';
import type { Step } from './plan.ts';

/** S14: whether these steps use an exercise that is not offered in a peer group. */
export function isTherapyOnly(steps: readonly Pick<Step, 'kind'>[]): boolean {
	return steps.some(
		(step) => 'exercise' in step && exerciseNamed(String(step.exercise))?.therapyOnly === true
	);
}
