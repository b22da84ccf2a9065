import { checkInsOf } from './check-ins.ts';
import { exerciseOf } from './exercises/of-step.ts';
import { hasWorksheet, type Step } from './plan.ts';

/** S14: whether these steps ask what is not asked in a peer group, also in the rooms of a breakout. */
export function isTherapyOnly(steps: readonly Pick<Step, 'kind'>[]): boolean {
	return steps.some(
		(step) => askedIn(step)?.therapyOnly === true || checkInsOf(step).some(({ therapyOnly }) => therapyOnly)
	);
}

function askedIn(step: Pick<Step, 'kind'>) {
	if (hasWorksheet(step)) return exerciseOf(step);
	return 'exercise' in step ? exerciseOf(step as Parameters<typeof exerciseOf>[0]) : null;
}
