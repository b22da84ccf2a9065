import type { Exercise } from '../exercise.ts';
import { boxBreathing } from './box-breathing.ts';
import { checkOutCard } from './check-out-card.ts';
import { circleOfControl } from './circle-of-control.ts';
import { thinkingTraps } from './thinking-traps.ts';
import { thoughtRecord } from './thought-record.ts';
import { worryTree } from './worry-tree.ts';

/** What ships with the product, in the order a planner sees it. Shorter variants stand under their exercise. */
export const EXERCISES: readonly Exercise[] = [
	thoughtRecord,
	thinkingTraps,
	worryTree,
	circleOfControl,
	boxBreathing,
	checkOutCard
];

/** The exercise or variant of this name, or null: a plan may name one that is no longer shipped. */
export function exerciseNamed(id: string): Exercise | null {
	const all = EXERCISES.flatMap((exercise) => [exercise, ...(exercise.variants ?? [])]);
	return all.find((exercise) => exercise.id === id) ?? null;
}
