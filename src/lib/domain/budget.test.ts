import { expect, test } from 'vitest';
import { budgetOf } from './budget.ts';
import { newId } from './ids.ts';
import type { StepKind } from './plan.ts';

const MINUTE = 60_000;
const step = (kind: StepKind, minutes: number) => ({ id: newId<'step'>(), title: kind, kind, minutes });
const later = [step('board', 20), step('round', 10), step('check-out', 5)];
const at = (leftMinutes: number) => ({ now: 0, leftMs: 0, endsAt: leftMinutes * MINUTE });

test('what fits shrinks nothing', () => {
	expect(budgetOf(later, at(35))).toEqual({ overBy: 0, shrink: [] });
	expect(budgetOf([], at(0))).toEqual({ overBy: 0, shrink: [] });
});

test('what is over is taken from the steps in proportion, and not from the check-out', () => {
	expect(budgetOf(later, at(26))).toEqual({
		overBy: 9,
		shrink: [
			{ id: later[0]!.id, title: 'board', from: 20, to: 14 },
			{ id: later[1]!.id, title: 'round', from: 10, to: 7 }
		]
	});
});

test('the present step’s own time counts', () => {
	expect(budgetOf(later, { now: 0, leftMs: 5 * MINUTE, endsAt: 35 * MINUTE }).overBy).toBe(5);
});

test('the check-out gives only when nothing else is left, and no step falls below a minute', () => {
	const { shrink } = budgetOf(later, at(4));
	expect(shrink.map(({ to }) => to)).toEqual([1, 1, 2]);
	expect(budgetOf(later, at(-30)).shrink.map(({ to }) => to)).toEqual([1, 1, 1]);
});
