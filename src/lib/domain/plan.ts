import type { Attention } from './attention.ts';
import type { BreakoutTask, WhoIsWhere } from './breakouts.ts';
import type { CheckInId } from './check-ins.ts';
import type { Exercise } from './exercise.ts';
import type { StepId } from './ids.ts';
import type { ReadsWhen } from './documents.ts';

export type StepKind =
	'arrive' | 'check-in' | 'review' | 'worksheet' | 'board' | 'breakout' | 'breathing' | 'round' | 'check-out';

export const STEP_KINDS: readonly StepKind[] = [
	'arrive',
	'check-in',
	'review',
	'worksheet',
	'board',
	'breakout',
	'breathing',
	'round',
	'check-out'
];

/** How a worksheet is filled in: alone, alone and then shown by consent, or by everyone on one sheet. */
export type SharingMode = 'private' | 'reveal' | 'together';

/** Whether a facilitator reads a member's sheet, and from when. Said to the member before typing (S09). */
export type FacilitatorReads = 'no' | ReadsWhen;

interface AnyStep {
	id: StepId;
	title: string;
	minutes: number;
	/** Shown to everyone. */
	prompt: string;
	/** For the facilitators alone. */
	notes: string;
	/** Whether what is made in it becomes an artifact at sign-off. */
	keep: boolean;
	/** Where the group's attention is while the step is on the stage. */
	attention: Attention;
}

/** Pairs or rooms, prepared ahead: how many, what each works on, and, where the group is known, who is where. */
interface BreakoutStep {
	kind: 'breakout';
	sizes: 'pairs' | 'rooms';
	/** How many rooms, where they are no pairs. */
	rooms: number;
	/** Who is in which room. Whoever is not named is placed in the session. For the facilitators alone. */
	whoIsWhere?: WhoIsWhere;
	work: BreakoutTask['kind'];
	/** Of the rooms' boards, where they have one. */
	template: string;
	/** What the people of a room fill in together, where they do. */
	exercise: string;
	/** An exercise of the practice's own, as it was when the plan was saved. The server alone puts it here. */
	definition?: Exercise;
}

interface Sheets {
	exercise: string;
	sharing: SharingMode;
	facilitatorReads: FacilitatorReads;
	/** An exercise of the practice's own, as it was when the plan was saved. The server alone puts it here. */
	definition?: Exercise;
}

interface CheckIns {
	/** What the card asks. Absent in older plans: then what is usual. */
	checkIns?: readonly CheckInId[];
}

export type Step = AnyStep &
	(
		| { kind: 'arrive' | 'review' | 'round' }
		| ({ kind: 'check-in' } & CheckIns)
		| ({ kind: 'worksheet' } & Sheets)
		| ({ kind: 'check-out' } & Sheets & CheckIns)
		| { kind: 'board'; template: string }
		| BreakoutStep
		| { kind: 'breathing'; secondsASide: number; rounds: number }
	);

export type WorksheetStep = Extract<Step, { kind: 'worksheet' | 'check-out' }>;

export interface Plan {
	steps: Step[];
	/** Whether the group chat becomes an artifact; the chat says so before anyone types (S12). */
	keepChat: boolean;
	/** The session of a programme that it began from. */
	from?: FromProgramme;
}

/** Which session of which programme, by its key there (`keysOf`). */
export interface FromProgramme {
	programme: string;
	part: number;
}

/** What a member's browser is told of a step: never the facilitator's notes, nor who shall be with whom. */
export type StepInView = Omit<AnyStep, 'notes'> & { kind: StepKind } & Partial<
		Pick<WorksheetStep, 'exercise' | 'sharing' | 'facilitatorReads'>
	> & { template?: string; secondsASide?: number; rounds?: number } & CheckIns &
	Partial<Pick<BreakoutStep, 'sizes' | 'rooms' | 'work'>>;

export function stepInView(step: Step): StepInView {
	// A definition stands in the room once, and not in every change of the stage.
	const kept = ['notes', 'whoIsWhere', 'definition'];
	return Object.fromEntries(Object.entries(step).filter(([name]) => !kept.includes(name))) as StepInView;
}

/** The exercises of the practice's own that a plan holds. */
export function definitionsIn({ steps }: Pick<Plan, 'steps'>): Exercise[] {
	return steps.flatMap((step) => ('definition' in step && step.definition ? [step.definition] : []));
}

/** What each room works on in a step that was planned for rooms; null in any other. */
export function breakoutTask(
	step: Pick<StepInView, 'kind' | 'work' | 'template' | 'exercise'>
): BreakoutTask | null {
	if (step.kind !== 'breakout') return null;
	if (step.work === 'board') return { kind: 'board', template: step.template ?? '' };
	return step.work === 'sheet' ? { kind: 'sheet', exercise: step.exercise ?? '' } : { kind: 'talk' };
}

export function plannedMinutes(plan: Plan): number {
	return plan.steps.reduce((sum, step) => sum + step.minutes, 0);
}

export function hasWorksheet(step: { kind: StepKind }): step is WorksheetStep {
	return step.kind === 'worksheet' || step.kind === 'check-out';
}
