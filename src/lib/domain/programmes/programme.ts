import { newId } from '../ids.ts';
import { pulseStep } from '../plan-making.ts';
import type { Plan, Step } from '../plan.ts';

/** A step of which no plan has been made yet. */
export type StepOutline = Step extends infer One ? (One extends Step ? Omit<One, 'id'> : never) : never;

/** One session of a programme. */
export interface Part {
	/** What a plan that began from it is known by, wherever it has moved since; absent where parts never move: its place. */
	key?: number;
	title: string;
	/** One line for whoever plans it. */
	aim: string;
	steps: readonly StepOutline[];
}

/** A series of sessions to begin from; every one of them can be changed before it is used. */
export interface Programme {
	id: string;
	title: string;
	/** Whom it is for and what it works with, for whoever chooses it. */
	summary: string;
	/** How long its sessions are. */
	minutes: number;
	parts: readonly Part[];
}

/** The keys of a programme's parts, in order. */
export function keysOf({ parts }: Pick<Programme, 'parts'>): number[] {
	return parts.map(({ key }, index) => key ?? index + 1);
}

/** The part of this key, and where it stands, counted from 1. */
export function partOf(programme: Programme, key: number): { part: Part; place: number } | null {
	const index = keysOf(programme).indexOf(key);
	const part = programme.parts[index];
	return part ? { part, place: index + 1 } : null;
}

/** A plan of its own for the session of a programme that has this key, or null when there is none. */
export function planOfPart(programme: Programme, key: number): Plan | null {
	const found = partOf(programme, key);
	if (!found) return null;
	const steps = found.part.steps.map((step): Step => ({ ...step, id: newId() }));
	return { steps, keepChat: false, from: { programme: programme.id, part: key } };
}

/** S21: the sessions of a programme for therapy groups, each closed by the session pulse. */
export function withPulse(programme: Programme): Programme {
	const { id: _id, ...pulse } = pulseStep();
	const parts = programme.parts.map((part) => {
		const planned = part.steps.reduce((sum, { minutes }) => sum + minutes, pulse.minutes);
		const over = Math.max(0, planned - programme.minutes);
		return { ...part, steps: [...shortened(part.steps, over), pulse as StepOutline] };
	});
	return { ...programme, parts };
}

/** The same steps, the longest shorter by so many minutes. */
function shortened(steps: readonly StepOutline[], by: number): StepOutline[] {
	const longest = Math.max(...steps.map(({ minutes }) => minutes));
	const at = steps.findIndex(({ minutes }) => minutes === longest);
	return steps.map((step, index) => (index === at ? { ...step, minutes: step.minutes - by } : step));
}
