import { expect, test } from 'vitest';
import type { Artifact, ArtifactBody } from './artifact.ts';
import type { SessionId, StepId } from './ids.ts';
import { moodOverSessions } from './mood.ts';
import type { Session } from './session.ts';

const session = (id: string, startsAt: number): Session => ({
	...{ id: id as SessionId, group: 'g' as Session['group'], title: id, startsAt, zone: 'UTC', minutes: 60 },
	...{ state: 'signed-off', plan: { steps: [], keepChat: false }, sequence: 0, movedFrom: null }
});
const kept = (of: string, body: ArtifactBody) => ({ session: of, body }) as unknown as Artifact;
const checkIn = (of: string, mood: number | null, at = 1) =>
	kept(of, { kind: 'check-in', given: 'facilitators', mood, energy: null, word: '', at });
const card = (of: string, value: number) =>
	kept(of, {
		...{ kind: 'worksheet', openings: [] },
		sheet: {
			...{ exercise: 'check-out-card', title: '', changes: [] },
			fields: [{ id: 'mood', label: '', answer: { is: 'rating', value, least: 0, most: 10 } }]
		}
	});
const numbers = (of: string, question: string) =>
	kept(of, {
		kind: 'numbers',
		questions: [
			{ step: 's' as StepId, question, people: 4, least: 2, most: 7, mean: null, counts: null, words: [] }
		]
	});

const evenings = [session('first', 1), session('second', 2)];

test('my mood on arriving comes from the check-in, on leaving from the check-out card', () => {
	const [point] = moodOverSessions(evenings, [checkIn('first', 2.5), card('first', 6)], []);
	expect(point).toMatchObject({ session: 'first', arriving: 2.5, leaving: 6, group: null });
});

test('a second check-in is how I left, when there is no card', () => {
	const [point] = moodOverSessions(evenings, [checkIn('first', 7.5, 9), checkIn('first', 2.5, 3)], []);
	expect(point).toMatchObject({ arriving: 2.5, leaving: 7.5 });
});

test('S10 the group stands there as its spread, from the numbers on mood that were shown', () => {
	const points = moodOverSessions(evenings, [], [numbers('second', 'Mood'), numbers('first', 'Energy')]);
	expect(points).toHaveLength(1);
	expect(points[0]).toMatchObject({ session: 'second', group: { least: 2, most: 7, people: 4 } });
});

test('a session I said nothing at is no zero: it is left out', () => {
	expect(moodOverSessions(evenings, [checkIn('second', null)], [])).toEqual([]);
});
