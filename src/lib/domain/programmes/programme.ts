import { newId } from '../ids.ts';
import { pulseStep } from '../plan-making.ts';
import type { Plan, Step } from '../plan.ts';

/** A step of which no plan has been made yet. */
export type StepOutline = Step extends infer One ? (One extends Step ? Omit<One, 'id'> : never) : never;

/** One session of a programme. */
export interface Part {
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

/** A plan of its own for the session `number` of a programme, counted from 1, or null when it has none. */
export function planOfPart(programme: Programme, number: number): Plan | null {
	const part = programme.parts[number - 1];
	if (!part) return null;
	const steps = part.steps.map((step): Step => ({ ...step, id: newId() }));
	return { steps, keepChat: false, from: { programme: programme.id, part: number } };
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
