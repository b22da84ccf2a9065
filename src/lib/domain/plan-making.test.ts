import { expect, test } from 'vitest';
import { exerciseNamed } from './exercises/library.ts';
import { hasWorksheet, plannedMinutes, type Step, type WorksheetStep } from './plan.ts';
import { defaultPlan, newStep, withFittingPrompt } from './plan-making.ts';

test('the plan a new session begins with goes from arriving to leaving and fills 75 minutes', () => {
	const plan = defaultPlan('therapy');
	expect(plan.steps.map((step) => step.kind)).toEqual([
		...['arrive', 'check-in', 'review', 'worksheet', 'board', 'breathing', 'round'],
		...['worksheet', 'check-out', 'worksheet']
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
	expect(reads).toEqual(['no', 'no', 'no']);
});

test('S21 it closes with homework, check-out and, in a therapy group alone, the session pulse', () => {
	const closing = (kind: 'therapy' | 'peer') =>
		defaultPlan(kind)
			.steps.filter(hasWorksheet)
			.slice(1)
			.map((step) => step.exercise);
	expect(closing('therapy')).toEqual(['between-sessions', 'check-out-card', 'session-pulse']);
	expect(closing('peer')).toEqual(['between-sessions', 'check-out-card']);
	expect(plannedMinutes(defaultPlan('peer'))).toBe(75);
});

test('the usual words over a worksheet follow how it is filled in; words of one’s own stay', () => {
	const step = newStep('worksheet', 'therapy') as WorksheetStep;
	const worded = (part: Partial<WorksheetStep>) => withFittingPrompt({ ...step, ...part } as Step).prompt;
	const onBoard = { exercise: 'circle-of-control', sharing: 'together' } as const;
	expect(worded({})).toMatch(/choose later whether to show/);
	expect(worded({ sharing: 'private' })).toMatch(/Nothing of it is shown/);
	expect(worded({ exercise: 'problem-solving', sharing: 'together' })).toMatch(/^One sheet for all/);
	expect(worded(onBoard)).toBe(newStep('board', 'therapy').prompt);
	expect(worded({ ...onBoard, prompt: worded(onBoard), sharing: 'reveal' })).toBe(step.prompt);
	expect(worded({ ...onBoard, prompt: 'What weighs on us?' })).toBe('What weighs on us?');
});
