import type { Exercise } from './exercise.ts';
import type { ArtifactId, GroupId, PersonId, SessionId, StepId } from './ids.ts';

/** Homework is a step of its own between sessions: documents and artifacts are named by it as by a plan's step. */
export type HomeworkId = StepId;

/** Something to do until a day, set by a facilitator. */
export interface Homework {
	id: HomeworkId;
	group: GroupId;
	/** The session that it follows: what is done is found when one looks back at it. */
	session: SessionId;
	exercise: string;
	/** An exercise of the practice's own, as it was when it was set. */
	definition?: Exercise;
	/** The facilitator's words for it; may be empty. */
	words: string;
	/** In ms since 1970. */
	dueAt: number;
	/** Whether facilitators read it once it is done. Said before typing (S09). */
	isRead: boolean;
	/** When the facilitator let it rest: nobody is reminded of it any more. */
	restedAt: number | null;
}

/** What a facilitator would set. */
export interface HomeworkWish extends Pick<Homework, 'exercise' | 'words' | 'dueAt' | 'isRead'> {
	/** Null is for everyone. */
	for: PersonId | null;
}

/** At most so many letters of a facilitator's words for it. */
export const HOMEWORK_WORDS_MOST = 600;

export const HOMEWORK_PROGRESS = ['not-begun', 'writing', 'stuck', 'passed', 'done'] as const;
export type HomeworkProgress = (typeof HOMEWORK_PROGRESS)[number];

/** One person's part in it. */
export interface HomeworkPart {
	person: PersonId;
	progress: HomeworkProgress;
	/** What was kept when it was done. */
	artifact: ArtifactId | null;
}

export type SetHomework = Homework & { parts: HomeworkPart[] };
export type OwnHomework = Homework & { mine: HomeworkPart };

const WORDS: Record<HomeworkProgress, string> = {
	'not-begun': 'not begun',
	writing: 'begun',
	stuck: 'stuck',
	passed: 'passed',
	done: 'done'
};

export function progressInWords(progress: HomeworkProgress): string {
	return WORDS[progress];
}

/** Whether one still has it before one: neither done nor passed. */
export function isStillToDo(progress: HomeworkProgress): boolean {
	return progress !== 'done' && progress !== 'passed';
}

/** Whether somebody still has it before them: neither done nor passed, and not let rest. */
export function isUnfinished({
	restedAt,
	parts
}: Pick<Homework, 'restedAt'> & {
	parts: readonly Pick<HomeworkPart, 'progress'>[];
}): boolean {
	return restedAt === null && parts.some(({ progress }) => isStillToDo(progress));
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** What a session looks back at: what earlier sessions set and nobody let rest, unless it was over a week before. */
export function isReviewedIn(
	homework: Pick<Homework, 'session' | 'restedAt' | 'dueAt'>,
	parts: readonly Pick<HomeworkPart, 'progress'>[],
	{ id, startsAt }: { id: SessionId; startsAt: number }
): boolean {
	if (homework.session === id) return false;
	return isUnfinished({ ...homework, parts }) || (!homework.restedAt && homework.dueAt + WEEK_MS > startsAt);
}
