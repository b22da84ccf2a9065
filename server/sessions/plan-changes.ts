import type { StepId } from '../../src/lib/domain/ids.ts';
import type { GroupKind } from '../../src/lib/domain/group.ts';
import { hasWorksheet, type Plan } from '../../src/lib/domain/plan.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';

/** What of a plan is already history while the session is open. */
export interface Begun {
	/** The step on the stage now, or null before the first. */
	current: StepId | null;
	/** Steps that people have written in. */
	written: readonly StepId[];
}

/**
 * Refuses a plan in which a step that was begun is gone, another kind, or out of order: people's words
 * hang on it. Throws Refusal.
 */
export function checkPlanChange(before: Plan, after: Plan, begun: Begun): void {
	const reached = before.steps.findIndex((step) => step.id === begun.current);
	const past = before.steps.slice(0, reached + 1);
	const next = after.steps.slice(0, past.length);
	const kept = past.every((step, index) => next[index]?.id === step.id && next[index].kind === step.kind);
	if (!kept) {
		throw new Refusal('conflict', 'Steps that have begun stay as they are. You can change the ones to come.');
	}
	const kinds = new Map(after.steps.map((step) => [step.id, step.kind]));
	const lost = before.steps.find(
		(step) => begun.written.includes(step.id) && kinds.get(step.id) !== step.kind
	);
	if (lost) {
		throw new Refusal('conflict', `People have already written in “${lost.title}”, so it stays in the plan.`);
	}
}

/** S14: in a peer group nobody but its author reads a sheet, whatever the plan asks for. */
export function planFor(kind: GroupKind, plan: Plan): Plan {
	if (kind !== 'peer') return plan;
	const steps = plan.steps.map((step) =>
		hasWorksheet(step) ? { ...step, facilitatorReads: 'no' as const } : step
	);
	return { ...plan, steps };
}

/** The steps that stay where they are: all up to the one on the stage. */
export function stepsBegun({ steps }: Plan, { current }: Pick<Begun, 'current'>): StepId[] {
	const reached = steps.findIndex((step) => step.id === current);
	return steps.slice(0, reached + 1).map((step) => step.id);
}
