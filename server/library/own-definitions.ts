import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import type { StepId } from '../../src/lib/domain/ids.ts';
import { hasWorksheet, type Plan, type Step } from '../../src/lib/domain/plan.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';

interface Around {
	/** The practice's own exercises that may be used now. */
	own: readonly Exercise[];
	/** The plan as it was, when there was one. */
	before: Plan | null;
	/** Steps that people have begun: they keep the version they were begun with. */
	begun: readonly StepId[];
}

/**
 * The plan with the practice's own exercises in it as they are now. A step that has begun, or whose exercise was
 * retired since, keeps the one it has. Throws Refusal.
 */
export function withDefinitions(plan: Plan, { own, before, begun }: Around): Plan {
	const known = new Map(own.map((exercise) => [exercise.id, exercise]));
	const steps = plan.steps.map((step, index) => {
		if (!usesExercise(step)) return step;
		const { definition: given, ...rest } = step;
		if (exerciseNamed(step.exercise)) return rest;
		const kept = definitionIn(before, step) ?? given;
		const current = known.get(step.exercise);
		const definition = begun.includes(step.id) ? (kept ?? current) : (current ?? kept);
		if (definition) return { ...rest, definition };
		const message = 'This exercise has been retired or is unknown. Please choose another.';
		throw new Refusal('not-found', message, `steps.${index}.exercise`);
	});
	return { ...plan, steps };
}

type UsingExercise = Extract<Step, { exercise: string }>;

/** A sheet of each person's or of everyone's, or one for each room of a breakout. */
function usesExercise(step: Step): step is UsingExercise {
	return hasWorksheet(step) || (step.kind === 'breakout' && step.work === 'sheet');
}

function definitionIn(plan: Plan | null, { id, exercise }: UsingExercise): Exercise | undefined {
	const step = plan?.steps.find((one) => one.id === id);
	return step && usesExercise(step) && step.exercise === exercise ? step.definition : undefined;
}
