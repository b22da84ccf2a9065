import { expect, test } from 'vitest';
import { exerciseNamed } from './exercises/library.ts';
import { hasWorksheet, plannedMinutes } from './plan.ts';
import { defaultPlan } from './plan-making.ts';

test('the plan a new session begins with goes from arriving to leaving and fills 75 minutes', () => {
	const plan = defaultPlan('therapy');
	expect(plan.steps.map((step) => step.kind)).toEqual([
		...['arrive', 'check-in', 'worksheet', 'board', 'breathing', 'round', 'check-out']
	]);
	expect(plannedMinutes(plan)).toBe(75);
});

test('the exercises it names are in the library', () => {
	const named = defaultPlan('therapy')
		.steps.filter(hasWorksheet)
		.map((step) => step.exercise);
	expect(named.map(exerciseNamed)).not.toContain(null);
});

test('S14 in a peer group the facilitator reads no sheet of it', () => {
	const reads = defaultPlan('peer')
		.steps.filter(hasWorksheet)
		.map((step) => step.facilitatorReads);
	expect(reads).toEqual(['no', 'no']);
});
