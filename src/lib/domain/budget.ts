import type { StepId } from './ids.ts';
import type { StepKind } from './plan.ts';

const MINUTE_MS = 60_000;

/** Steps that help people arrive and leave well: what is over is taken from the others first. */
const KEPT: readonly StepKind[] = ['check-out'];

interface PlannedStep {
	id: StepId;
	title: string;
	kind: StepKind;
	minutes: number;
}

export interface Budget {
	/** By how many whole minutes the rest is longer than the time there is; 0 when it fits. */
	overBy: number;
	/** The later steps that would have to shrink, and to how many minutes; never below one. */
	shrink: { id: StepId; title: string; from: number; to: number }[];
}

/**
 * What the steps to come would have to give up for the session to end in time: each in proportion to its
 * length, and the check-out only when nothing else is left to give. `leftMs` is what the present step has left.
 */
export function budgetOf(
	later: readonly PlannedStep[],
	{ now, leftMs, endsAt }: { now: number; leftMs: number; endsAt: number }
): Budget {
	const planned = later.reduce((sum, step) => sum + step.minutes, 0);
	const there = Math.floor((endsAt - now - leftMs) / MINUTE_MS);
	const overBy = Math.max(0, planned - there);
	const minutes = new Map(later.map((step) => [step.id, step.minutes]));
	let missing = overBy;
	const isKept = ({ kind }: PlannedStep) => KEPT.includes(kind);
	for (const group of [later.filter((one) => !isKept(one)), later.filter(isKept)]) {
		missing -= take(minutes, group, missing);
	}
	const shrink = later.flatMap(({ id, title, minutes: from }) => {
		const to = minutes.get(id) ?? from;
		return to < from ? [{ id, title, from, to }] : [];
	});
	return { overBy, shrink };
}

/** Takes up to `missing` minutes from the steps, from the one that has most for its planned length first. */
function take(minutes: Map<StepId, number>, steps: readonly PlannedStep[], missing: number): number {
	const share = (step: PlannedStep) => (minutes.get(step.id) ?? 0) / step.minutes;
	for (let taken = 0; taken < missing; taken++) {
		const [longest] = steps
			.filter(({ id }) => (minutes.get(id) ?? 0) > 1)
			.sort((a, b) => share(b) - share(a) || b.minutes - a.minutes);
		if (!longest) return taken;
		minutes.set(longest.id, (minutes.get(longest.id) ?? 0) - 1);
	}
	return missing;
}
