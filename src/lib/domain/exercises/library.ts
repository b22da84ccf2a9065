import type { Exercise } from '../exercise.ts';
import { MEASURES } from '../measures/measures.ts';
import { abc } from './abc.ts';
import { activityLog } from './activity-log.ts';
import { activityPlan } from './activity-plan.ts';
import { angerLog } from './anger-log.ts';
import { assertiveMessage } from './assertive-message.ts';
import { behaviouralExperiment } from './behavioural-experiment.ts';
import { betweenSessions } from './between-sessions.ts';
import { bodyScan } from './body-scan.ts';
import { boxBreathing } from './box-breathing.ts';
import { chainAnalysis } from './chain-analysis.ts';
import { checkOutCard } from './check-out-card.ts';
import { circleOfControl } from './circle-of-control.ts';
import { copingPlan } from './coping-plan.ts';
import { coreBelief } from './core-belief.ts';
import { decisionalBalance } from './decisional-balance.ts';
import { downwardArrow } from './downward-arrow.ts';
import { exposureLadder } from './exposure-ladder.ts';
import { exposureRecord } from './exposure-record.ts';
import { fiveAreas } from './five-areas.ts';
import { goals } from './goals.ts';
import { grounding } from './grounding.ts';
import { groupAgreements } from './group-agreements.ts';
import { kindLetter } from './kind-letter.ts';
import { mealLog } from './meal-log.ts';
import { painDiary } from './pain-diary.ts';
import { pauseSkill } from './pause-skill.ts';
import { problemSolving } from './problem-solving.ts';
import { relapseMap } from './relapse-map.ts';
import { skillsDiary } from './skills-diary.ts';
import { sleepDiary } from './sleep-diary.ts';
import { thinkingTraps } from './thinking-traps.ts';
import { thoughtRecord } from './thought-record.ts';
import { threeGoodThings } from './three-good-things.ts';
import { urgeSurfing } from './urge-surfing.ts';
import { valuesCompass } from './values-compass.ts';
import { worryTime } from './worry-time.ts';
import { worryTree } from './worry-tree.ts';

/** What exercises are for; a planner looks for them by it. */
export const THEMES = [
	{ title: 'Thoughts', exercises: [thoughtRecord, abc, thinkingTraps, fiveAreas, behaviouralExperiment] },
	{ title: 'Beliefs', exercises: [coreBelief, downwardArrow] },
	{ title: 'Worry', exercises: [worryTree, worryTime, circleOfControl, problemSolving] },
	{
		title: 'Doing things again',
		exercises: [activityPlan, activityLog, goals, valuesCompass, betweenSessions]
	},
	{ title: 'Facing what you avoid', exercises: [exposureLadder, exposureRecord] },
	{ title: 'Calming down', exercises: [boxBreathing, bodyScan, grounding, pauseSkill] },
	{
		title: 'Hard hours',
		exercises: [copingPlan, skillsDiary, chainAnalysis, urgeSurfing, relapseMap, decisionalBalance]
	},
	{ title: 'Body and days', exercises: [sleepDiary, painDiary, mealLog] },
	{ title: 'With others', exercises: [angerLog, assertiveMessage, groupAgreements, threeGoodThings] },
	{ title: 'Kindness', exercises: [kindLetter] },
	{ title: 'Closing', exercises: [checkOutCard] }
] as const satisfies readonly { title: string; exercises: readonly Exercise[] }[];

/** The exercises that ship with the product, in the order a planner sees them. Shorter variants stand under theirs. */
export const EXERCISES: readonly Exercise[] = THEMES.flatMap((theme): readonly Exercise[] => theme.exercises);

const BY_ID = new Map(
	[...EXERCISES, ...MEASURES]
		.flatMap((exercise) => [exercise, ...(exercise.variants ?? [])])
		.map((exercise) => [exercise.id, exercise])
);

/** The exercise, variant or measure of this name, or null: a plan may name one that is no longer shipped. */
export function exerciseNamed(id: string): Exercise | null {
	return BY_ID.get(id) ?? null;
}
