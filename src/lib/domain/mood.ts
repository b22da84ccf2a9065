import type { Artifact } from './artifact.ts';
import type { SessionId } from './ids.ts';
import type { Session } from './session.ts';

/** What the group's numbers call it. */
export const MOOD_QUESTION = 'Mood';

/** One session on the line of moods. */
export interface MoodPoint {
	session: SessionId;
	title: string;
	startsAt: number;
	zone: string;
	/** One's own mood on arriving and on leaving; null when it was not given. */
	arriving: number | null;
	leaving: number | null;
	/** The spread of the group's, when it was shown: from at least three people (S10). */
	group: { least: number; most: number; people: number } | null;
}

/** Mood over the sessions, from one's own artifacts and the group's numbers; sessions without either are left out. */
export function moodOverSessions(
	sessions: readonly Session[],
	mine: readonly Artifact[],
	numbers: readonly Artifact[]
): MoodPoint[] {
	const points = sessions.map((session) => {
		const own = mine.filter((one) => one.session === session.id);
		const shown = numbers.filter((one) => one.session === session.id);
		const moods = own.flatMap(moodOf).sort((a, b) => a.at - b.at);
		const cards = own.flatMap(moodOnLeaving);
		return {
			session: session.id,
			title: session.title,
			startsAt: session.startsAt,
			zone: session.zone,
			arriving: moods[0]?.mood ?? null,
			leaving: cards[0] ?? (moods.length > 1 ? (moods.at(-1)?.mood ?? null) : null),
			group: shown.flatMap(moodOfGroup)[0] ?? null
		};
	});
	return points.filter((point) => point.arriving !== null || point.leaving !== null || point.group !== null);
}

function moodOf({ body }: Artifact): { mood: number; at: number }[] {
	return body.kind === 'check-in' && body.mood !== null ? [{ mood: body.mood, at: body.at }] : [];
}

/** The check-out card asks for the mood again, as `mood`. */
function moodOnLeaving({ body }: Artifact): number[] {
	if (body.kind !== 'worksheet') return [];
	const answer = body.sheet.fields.find((field) => field.id === 'mood')?.answer;
	return answer?.is === 'rating' ? [answer.value] : [];
}

function moodOfGroup({ body }: Artifact): { least: number; most: number; people: number }[] {
	if (body.kind !== 'numbers') return [];
	return body.questions
		.filter(({ question }) => question === MOOD_QUESTION)
		.map(({ least, most, people }) => ({ least, most, people }));
}

/** Who sees what of a chart. */
export function moodHint(points: readonly MoodPoint[]): string {
	const mine = points.some(({ arriving, leaving }) => arriving !== null || leaving !== null);
	const group = points.some((point) => point.group !== null);
	return [mine && 'Your line is shown to you alone.', group && 'The group’s numbers have no names.']
		.filter(Boolean)
		.join(' ');
}
