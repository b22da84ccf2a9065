import { expect, test } from 'vitest';
import { isReviewedIn } from './homework.ts';
import type { SessionId } from './ids.ts';

const DAY_MS = 24 * 3_600_000;
const [before, today] = ['before' as SessionId, 'today' as SessionId];
const session = { id: today, startsAt: 100 * DAY_MS };
const set = { session: before, restedAt: null, dueAt: session.startsAt };

test('a session looks back at what earlier ones set, done or not, and never at what it sets itself', () => {
	expect(isReviewedIn(set, [{ progress: 'done' }], session)).toBe(true);
	expect(isReviewedIn(set, [{ progress: 'not-begun' }], session)).toBe(true);
	expect(isReviewedIn({ ...set, session: today }, [{ progress: 'not-begun' }], session)).toBe(false);
});

test('what rests is not looked at, nor what was finished more than a week before', () => {
	expect(isReviewedIn({ ...set, restedAt: 1 }, [{ progress: 'writing' }], session)).toBe(false);
	const old = { ...set, dueAt: session.startsAt - 8 * DAY_MS };
	expect(isReviewedIn(old, [{ progress: 'done' }, { progress: 'passed' }], session)).toBe(false);
	expect(isReviewedIn(old, [{ progress: 'done' }, { progress: 'stuck' }], session)).toBe(true);
});
