import { betweenSessions } from '#lib/domain/exercises/between-sessions.ts';
import type { Reveal } from '#lib/domain/room.ts';

/** The tasks that a sheet of practice until next time holds: the smaller version is the one that will be done. */
const TASKS = ['smaller-task', 'task'] as const;

/** The task that somebody has shown the group that they will try; '' when they showed none. */
export function agreedTask(
	reveals: readonly Pick<Reveal, 'exercise' | 'field' | 'person' | 'lines'>[],
	person: string | null
): string {
	if (person === null) return '';
	const theirs = reveals.filter((one) => one.person === person && one.exercise === betweenSessions.id);
	const shown = TASKS.map((field) => theirs.findLast((one) => one.field === field)).find(Boolean);
	return shown?.lines.join('\n') ?? '';
}

/** The task on a sheet that its reader has open. `answers` are the sheet's sections. */
export function taskOn(answers: readonly { id: string; lines: readonly string[] }[]): string {
	const found = TASKS.map((field) => answers.find(({ id }) => id === field)).find((one) => one?.lines.length);
	return found?.lines.join('\n') ?? '';
}
