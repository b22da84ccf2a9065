import { expect, test } from 'vitest';
import { EXERCISES, exerciseNamed } from '../exercises/library.ts';
import { isFlagged } from '../measure-score.ts';
import { hasWorksheet } from '../plan.ts';
import { isTherapyOnly } from '../therapy-only.ts';
import { planOfPart, type Part, type Programme } from './programme.ts';
import { PROGRAMMES, programmeNamed } from './programmes.ts';

const plansOf = (programme: Programme) =>
	programme.parts.map((_, index) => planOfPart(programme, index + 1)!);
const sheetsOf = (part: Part | undefined) =>
	(part?.steps ?? []).flatMap((step) => ('exercise' in step ? [step.exercise] : []));
const titlesOf = (part: Part | undefined) => (part?.steps ?? []).map((step) => step.title);

test('there is a programme for each condition that groups meet for, and one for a peer group', () => {
	expect(PROGRAMMES.map((one) => one.id)).toEqual([
		...['low-mood', 'panic-and-anxiety', 'eating', 'chronic-pain', 'self-harm-coping', 'substance-use'],
		...['anger', 'chronic-illness', 'terminal-illness', 'peer-support']
	]);
	expect(programmeNamed('toString')).toBeNull();
});

test.each(PROGRAMMES)(
	'$title: every session fits its minutes, and begins and closes as sessions do',
	(programme) => {
		expect(programme.parts.length).toBeGreaterThanOrEqual(6);
		for (const plan of plansOf(programme)) {
			const minutes = plan.steps.reduce((sum, step) => sum + step.minutes, 0);
			expect(minutes).toBeLessThanOrEqual(programme.minutes);
			expect(minutes).toBeGreaterThan(programme.minutes - 10);
			expect(plan.steps.every((step) => step.minutes > 0)).toBe(true);
			expect(plan.steps[0]?.kind).toBe('arrive');
			expect(plan.steps.findLast(({ kind }) => kind !== 'worksheet')?.kind).toBe('check-out');
			for (const step of plan.steps.filter(hasWorksheet)) expect(exerciseNamed(step.exercise)).not.toBeNull();
		}
	}
);

test.each(PROGRAMMES)('$title: the first session agrees, the last maps and says goodbye', ({ parts }) => {
	expect(sheetsOf(parts[0])).toContain('group-agreements');
	expect(sheetsOf(parts.at(-1))).toContain('relapse-map');
	expect(titlesOf(parts.at(-1))).toContain('Goodbye');
	for (const part of parts.slice(0, -1)) expect(sheetsOf(part)).toContain('between-sessions');
});

test('S14 the peer programme holds no measure and nothing else that a peer group is not offered', () => {
	const forPeers = PROGRAMMES.filter(({ parts }) => !parts.some(({ steps }) => isTherapyOnly(steps)));
	expect(forPeers.map((one) => one.id)).toEqual(['peer-support']);
	const own = EXERCISES.map((one) => one.id);
	expect(own).toEqual(expect.arrayContaining(forPeers[0]!.parts.flatMap(sheetsOf)));
});

test('S03 a measure that flags is planned so that facilitators read it', () => {
	const flagged = PROGRAMMES.flatMap(plansOf)
		.flatMap((plan) => plan.steps.filter(hasWorksheet))
		.filter((step) => isFlagged(exerciseNamed(step.exercise)!));
	expect(flagged.length).toBeGreaterThan(0);
	for (const step of flagged) {
		expect([step.sharing, step.facilitatorReads]).toEqual(['private', 'after-done']);
	}
});

test('two plans of the same session share no step, and know which session they began from', () => {
	const programme = programmeNamed('low-mood')!;
	const [one, other] = [planOfPart(programme, 3)!, planOfPart(programme, 3)!];
	expect(one.from).toEqual({ programme: 'low-mood', part: 3 });
	const ids = new Set([...one.steps, ...other.steps].map((step) => step.id));
	expect(ids.size).toBe(one.steps.length * 2);
	expect(planOfPart(programme, 99)).toBeNull();
});

test('S21 every session of a therapy programme closes with the session pulse; peer-led groups have none', () => {
	for (const { id, parts } of PROGRAMMES) {
		for (const part of parts) expect(sheetsOf(part).includes('session-pulse')).toBe(id !== 'peer-support');
	}
});

test('S21 from the second session on, every one begins with what was tried since the last', () => {
	for (const { parts } of PROGRAMMES) {
		const reviewed = parts.map(({ steps }) => steps.some(({ kind }) => kind === 'review'));
		expect(reviewed).toEqual(parts.map((_, index) => index > 0));
	}
});
