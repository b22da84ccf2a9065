import { goIntoRooms } from '../../src/lib/domain/breakouts.ts';
import { type CheckIn, checkInsOf } from '../../src/lib/domain/check-ins.ts';
import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { exerciseOf } from '../../src/lib/domain/exercises/of-step.ts';
import { ROOM_SHEET, unreceived } from '../../src/lib/domain/flag-receiver.ts';
import { leads, type GroupKind, type Placement } from '../../src/lib/domain/group.ts';
import {
	breakoutTask,
	hasWorksheet,
	type Plan,
	type Step,
	type WorksheetStep
} from '../../src/lib/domain/plan.ts';
import { withFittingPrompt } from '../../src/lib/domain/plan-making.ts';
import { can, type Actor } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { beyondRestriction } from '../../src/lib/domain/restriction.ts';
import { planFor } from './plan-changes.ts';

interface Around {
	kind: GroupKind;
	placements: readonly Placement[];
	/** Whether the practice has said that its use of measures is not for profit. */
	nonCommercial: boolean;
	actor: Actor;
}

/**
 * The plan as it may be kept: only exercises that are offered to such a group, what is each person's own to them
 * and the facilitators, and nothing that asks about harming oneself while nobody is named to receive the answer (S03,
 * S05, S14). Throws Refusal.
 */
export function plannable(plan: Plan, around: Around): Plan {
	plan.steps.forEach((step, index) => {
		for (const one of checkInsOf(step)) {
			const refusal = checkInRefusal(one, around);
			if (refusal) throw new Refusal('not-allowed', refusal, `steps.${index}.checkIns`);
		}
		const sheet = sheetOf(step);
		if (!sheet) return;
		const exercise = exerciseOf(sheet);
		if (!exercise) {
			const message = 'This exercise is not in the library. Please choose another.';
			throw new Refusal('not-found', message, `steps.${index}.exercise`);
		}
		const refusal = refusalOf(exercise, sheet, around);
		if (refusal) throw new Refusal('not-allowed', refusal, `steps.${index}.exercise`);
	});
	return planFor(around.kind, {
		...plan,
		steps: plan.steps.map((step) => withFittingPrompt(amongThe(step, around)))
	});
}

/** Only people of this group are put into rooms ahead: whoever has left it, or never was in it, is left out. */
function amongThe(step: Step, { kind, placements }: Around): Step {
	if (step.kind !== 'breakout' || !step.whoIsWhere) return step;
	const { whoIsWhere, ...rest } = step;
	const known = goIntoRooms(kind, placements).map(({ person }) => person);
	const named = Object.entries(whoIsWhere).filter(([person]) => known.some((one) => one === person));
	return named.length > 0 ? { ...rest, whoIsWhere: Object.fromEntries(named) } : rest;
}

type Sheet = Pick<WorksheetStep, 'exercise' | 'definition' | 'sharing' | 'facilitatorReads'>;

/** The sheet that a step gives out: each person's, the group's, or one for each of its rooms. */
function sheetOf(step: Step): Sheet | null {
	if (hasWorksheet(step)) return step;
	const task = breakoutTask(step);
	if (task?.kind !== 'sheet') return null;
	const { definition } = step.kind === 'breakout' ? step : {};
	return { exercise: task.exercise, ...(definition && { definition }), ...ROOM_SHEET };
}

/** S03, S14: a check-in goes to the facilitators; one that raises a flag needs somebody among them. */
function checkInRefusal({ title, therapyOnly = false, risk }: CheckIn, around: Around): string | null {
	if (!offersTo(around, therapyOnly)) {
		return `“${title}” is not asked in a peer support group: nobody there would be named to read it.`;
	}
	if (therapyOnly && risk && !around.placements.some(({ place }) => leads(place))) {
		return `“${title}” needs a facilitator who is told at once, and this group has none. Please leave it out.`;
	}
	return null;
}

function offersTo({ kind, actor }: Around, therapyOnly: boolean): boolean {
	const state = { groupKind: kind, locked: false, attention: 'free', readable: false } as const;
	return can(actor, 'exercise.use', { therapyOnly }, state);
}

function refusalOf(exercise: Exercise, step: Sheet, around: Around): string | null {
	const { title, therapyOnly = false, scoring } = exercise;
	if (!offersTo(around, therapyOnly)) {
		return `“${title}” is not offered in a peer support group: nobody there would be named to read what it raises.`;
	}
	if (scoring?.nonCommercial && !around.nonCommercial) {
		return `“${title}” may only be used where nothing is earned by it. The practice can say so on its own page.`;
	}
	const unheard = unreceived(exercise, step, around.placements);
	if (unheard) return unheard;
	return beyondRestriction(exercise, step);
}
