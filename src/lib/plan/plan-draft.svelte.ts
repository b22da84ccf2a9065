import type { Exercise } from '#lib/domain/exercise.ts';
import type { GroupKind } from '#lib/domain/group.ts';
import type { PersonId, StepId } from '#lib/domain/ids.ts';
import { needsReceiver } from '#lib/domain/flag-receiver.ts';
import {
	definitionsIn,
	hasWorksheet,
	plannedMinutes,
	type Plan,
	type Step,
	type StepKind
} from '#lib/domain/plan.ts';
import { exerciseNamed } from '#lib/domain/exercises/library.ts';
import { restrictionOf } from '#lib/domain/restriction.ts';
import { newStep, withFittingPrompt } from '#lib/domain/plan-making.ts';
import { moved } from './arrange.ts';

export interface DraftStart {
	plan: Plan;
	groupKind: GroupKind;
	/** Steps that have begun in an open session: they stay where they are. */
	begun: readonly StepId[];
	/** The practice's own exercises. */
	own: readonly Exercise[];
	/** Who can be put into rooms ahead: nobody where the group is not known yet. */
	people: readonly Named[];
}

export interface Named {
	person: PersonId;
	name: string;
}

/** A plan while it is being made. */
export class PlanDraft {
	readonly groupKind: GroupKind;
	readonly own: readonly Exercise[];
	readonly people: readonly Named[];
	readonly #begun: readonly StepId[];
	/** The session of a programme that it began from. */
	readonly from: Plan['from'];
	steps = $state<Step[]>([]);
	keepChat = $state(false);
	/** What was done, in words for those who do not see it. */
	announcement = $state('');
	/** The step that was just added: it opens by itself. */
	added = $state<StepId | null>(null);
	removed = $state.raw<{ step: Step; index: number } | null>(null);

	constructor({ plan, groupKind, begun, own, people }: DraftStart) {
		this.steps = structuredClone(plan.steps).map(withFittingPrompt);
		this.keepChat = plan.keepChat;
		this.groupKind = groupKind;
		this.people = people;
		this.from = plan.from;
		this.#begun = begun;
		// What a plan holds already may have been retired since; it can stay.
		const held = definitionsIn(plan);
		this.own = [...own, ...held.filter(({ id }) => !own.some((one) => one.id === id))];
	}

	exerciseNamed(id: string): Exercise | null {
		return exerciseNamed(id) ?? this.own.find((exercise) => exercise.id === id) ?? null;
	}

	get minutes(): number {
		return plannedMinutes({ steps: this.steps, keepChat: false });
	}

	hasBegun(step: Step): boolean {
		return this.#begun.includes(step.id);
	}

	add(kind: StepKind): void {
		const step = newStep(kind, this.groupKind);
		this.steps.push(step);
		this.added = step.id;
		this.announcement = `${step.title} added as step ${this.steps.length}.`;
	}

	/** Moves a step by one place; at either end, and next to a step that has begun, it stays and says so. */
	move(id: StepId, by: -1 | 1): void {
		const from = this.steps.findIndex((step) => step.id === id);
		const step = this.steps[from];
		if (!step) return;
		if (!this.mayMove(id, by)) {
			this.announcement = `${step.title} cannot move further ${by < 0 ? 'up' : 'down'}.`;
			return;
		}
		this.steps = moved(this.steps, from, from + by);
		this.announcement = `${step.title} is now step ${from + by + 1} of ${this.steps.length}.`;
	}

	mayMove(id: StepId, by: -1 | 1): boolean {
		const from = this.steps.findIndex((step) => step.id === id);
		const neighbour = this.steps[from + by];
		return neighbour !== undefined && !this.#begun.includes(id) && !this.#begun.includes(neighbour.id);
	}

	remove(id: StepId): void {
		const index = this.steps.findIndex((step) => step.id === id);
		const [step] = this.steps.splice(index, 1);
		if (!step) return;
		this.removed = { step: $state.snapshot(step), index };
		this.announcement = `${step.title} removed.`;
	}

	putBack(): void {
		if (!this.removed) return;
		const { step, index } = this.removed;
		this.steps.splice(index, 0, step);
		this.removed = null;
		this.announcement = `${step.title} is back as step ${index + 1}.`;
	}

	/** Lets the usual words over a worksheet follow how it is filled in. */
	fitPrompt(step: Step): void {
		// An exercise of the practice's own is in the plan only once that is saved; none of those is done on a board.
		step.prompt = withFittingPrompt($state.snapshot(step)).prompt;
	}

	/** Gives a step another exercise; a name and minutes that came from the old one follow. */
	chooseExercise(step: Step, id: string): void {
		if (!hasWorksheet(step)) return;
		const [before, next] = [this.exerciseNamed(step.exercise), this.exerciseNamed(id)];
		step.exercise = id;
		// What is each person's own is never the group's; the server refuses anything else.
		const restriction = next && restrictionOf(next);
		if (restriction) step.sharing = 'private';
		const mustBeRead = next && (next.scoring || needsReceiver(next) || restriction === 'facilitator-only');
		if (mustBeRead && step.facilitatorReads === 'no') step.facilitatorReads = 'after-done';
		this.fitPrompt(step);
		if (!next || step.kind === 'check-out') return;
		if (before?.minutes === step.minutes) step.minutes = next.minutes;
		if (before?.title === step.title || step.title === 'Worksheet') step.title = next.title;
		if (before?.sharing === step.sharing && !restriction) step.sharing = next.sharing;
		this.fitPrompt(step);
	}
}
