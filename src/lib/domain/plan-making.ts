import { USUAL_ATTENTION } from './attention.ts';
import { boardTemplate } from './exercises/of-step.ts';
import { USUAL_CHECK_INS } from './check-ins.ts';
import type { GroupKind } from './group.ts';
import { newId } from './ids.ts';
import type { FacilitatorReads, Plan, SharingMode, Step, StepKind, WorksheetStep } from './plan.ts';

/** What each kind of step is called on the screen. */
export const STEP_NAMES: Record<StepKind, string> = {
	arrive: 'Arrive',
	'check-in': 'Check-in',
	review: 'What we tried',
	worksheet: 'Worksheet',
	board: 'Board',
	breakout: 'Pairs or rooms',
	breathing: 'Breathing',
	round: 'Round',
	'check-out': 'Check-out'
};

const PROMPTS: Record<StepKind, string> = {
	arrive: 'Welcome. Take a moment to settle in. Is everyone in a private place?',
	'check-in': 'How are you arriving today?',
	review: 'What did you try, and what did you find out? Not having done it tells us something too.',
	worksheet: 'Take your time. You choose later whether to show anything.',
	board: 'Put down what comes to mind. There is no right or wrong.',
	breakout: 'Tell each other as much as you like. Listen first; you may pass.',
	breathing: 'Let us breathe together for a little. You can stop at any time.',
	round: 'One after the other: what would you like to share? You may pass.',
	'check-out': 'How are you leaving, and what do you take with you?'
};

const MINUTES: Record<StepKind, number> = {
	arrive: 5,
	'check-in': 10,
	review: 10,
	worksheet: 20,
	board: 15,
	breakout: 10,
	breathing: 5,
	round: 15,
	'check-out': 5
};

/** The usual words over a worksheet, by how it is filled in: nobody is told of a choice that does not come. */
const SHEET_PROMPTS: Record<SharingMode | 'board', string> = {
	private: 'Take your time. Nothing of it is shown to the group.',
	reveal: PROMPTS.worksheet,
	together: 'One sheet for all of us. Write what comes to mind; there is no right or wrong.',
	board: PROMPTS.board
};

/** A step whose usual words still fit how it is filled in; words of somebody's own stay as they are. */
export function withFittingPrompt(step: Step): Step {
	if (step.kind !== 'worksheet' || !Object.values(SHEET_PROMPTS).includes(step.prompt)) return step;
	const isOnBoard = boardTemplate(step) !== null;
	return { ...step, prompt: SHEET_PROMPTS[isOnBoard ? 'board' : step.sharing] };
}

/** Kinds in which something is made that can be kept. */
const KEEPS: readonly StepKind[] = ['check-in', 'worksheet', 'board', 'breakout', 'check-out'];

export function canKeep(kind: StepKind): boolean {
	return KEEPS.includes(kind);
}

/** A step as it is first put into a plan. */
export function newStep(kind: StepKind, groupKind: GroupKind): Step {
	const step = {
		...{ id: newId<'step'>(), title: STEP_NAMES[kind], minutes: MINUTES[kind] },
		...{ prompt: PROMPTS[kind], notes: '', keep: canKeep(kind), attention: USUAL_ATTENTION }
	};
	// S14: whoever leads a peer group reads no sheet.
	const facilitatorReads: FacilitatorReads = groupKind === 'peer' ? 'no' : 'after-done';
	switch (kind) {
		case 'worksheet':
			return { ...step, kind, exercise: 'thought-record', sharing: 'reveal', facilitatorReads };
		case 'check-out':
			return {
				...{ ...step, kind, exercise: 'check-out-card', sharing: 'private', facilitatorReads },
				checkIns: []
			};
		case 'check-in':
			return { ...step, kind, checkIns: [...USUAL_CHECK_INS] };
		case 'board':
			return { ...step, kind, template: 'blank' };
		case 'breakout':
			return {
				...{ ...step, kind, sizes: 'pairs', rooms: 2, work: 'talk' },
				...{ template: 'blank', exercise: 'problem-solving' }
			};
		case 'breathing':
			return { ...step, kind, secondsASide: 4, rounds: 6 };
		default:
			return { ...step, kind };
	}
}

/** The steps for whatever group: nobody is named in them. */
export function withoutNames({ steps, ...plan }: Plan): Plan {
	return { ...plan, steps: steps.map((step) => (step.kind === 'breakout' ? anonymous(step) : step)) };
}

function anonymous({ whoIsWhere: _names, ...step }: Extract<Step, { kind: 'breakout' }>): Step {
	return step;
}

/** The same steps for another session: they are steps of their own, and begin no part of a programme. */
export function copyOf({ steps, keepChat }: Plan): Plan {
	return { steps: steps.map((step) => ({ ...step, id: newId<'step'>() })), keepChat };
}

/** A worksheet's step with an exercise of the library in it. */
export function sheetStep(
	groupKind: GroupKind,
	exercise: string,
	words: { title: string; minutes: number }
): Step {
	return { ...newStep('worksheet', groupKind), ...{ exercise, ...words } } as WorksheetStep;
}

/** A whole session of 75 minutes, to begin from. It closes as S21 says: homework, check-out, and the pulse of a therapy group. */
export function defaultPlan(groupKind: GroupKind): Plan {
	const isPeer = groupKind === 'peer';
	const step = (kind: StepKind, minutes: number): Step => ({ ...newStep(kind, groupKind), minutes });
	const steps = [
		step('arrive', 5),
		step('check-in', 8),
		step('review', 7),
		sheetStep(groupKind, 'thought-record', { title: 'Thought record', minutes: 18 }),
		step('board', isPeer ? 12 : 10),
		step('breathing', 5),
		step('round', 10),
		sheetStep(groupKind, 'between-sessions', { title: 'Until next time', minutes: 5 }),
		step('check-out', 5)
	];
	return { steps: isPeer ? steps : [...steps, pulseStep()], keepChat: false };
}

/** S21: how the session was, in five ratings to the facilitators. Not for peer groups (S14). */
export function pulseStep(): Step {
	const words = { title: 'Session pulse', minutes: 2, prompt: 'How was today for you? Five short ratings.' };
	const asked = { ...newStep('worksheet', 'therapy'), ...words, exercise: 'session-pulse' };
	return { ...asked, sharing: 'private' } as WorksheetStep;
}
