import type { ArtifactId, FlagId, PersonId } from './ids.ts';
import type { HomeworkId } from './homework.ts';
import type { Flag } from './room.ts';

/** Within how many hours answers about safety can be said to be read. */
export const WITHIN_HOURS = [4, 12, 24, 48] as const;

/** S05: who reads what is answered about safety between sessions, and within how many hours. */
export interface RiskReader {
	person: PersonId;
	withinHours: number;
}

/** An answer about safety in homework that somebody is named to read (S05). Times are in ms since 1970. */
export interface HomeworkFlag {
	id: FlagId;
	homework: HomeworkId;
	person: PersonId;
	reader: PersonId;
	cause: Flag['cause'];
	at: number;
	/** By when it was said to be read. */
	readBy: number;
	/** What was kept of the sheet, for whoever it named as a reader. */
	artifact: ArtifactId | null;
}

/** What is said to a member before they write, and beside the numbers to call. */
export const readWithin = (reader: string, { withinHours }: Pick<RiskReader, 'withinHours'>): string =>
	`${reader} reads what you answer about safety within ${withinHours} hours of your pressing Done, not at once.`;
