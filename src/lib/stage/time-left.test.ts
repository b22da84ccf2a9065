import { expect, test } from 'vitest';
import { aboutMinutes, timeLeft } from './time-left.ts';

test('a running timer counts down by the server’s time', () => {
	expect(timeLeft({ endsAt: 220_000, leftMs: 0 }, 0).words).toBe('3:40 left');
	expect(timeLeft({ endsAt: 220_000, leftMs: 0 }, 219_500).words).toBe('0:01 left');
});

test('S06 a paused timer stands still', () => {
	expect(timeLeft({ endsAt: null, leftMs: 60_000 }, 999_999).words).toBe('1:00 left, paused');
});

test('when the time is up nothing is negative and nothing is alarming', () => {
	expect(timeLeft({ endsAt: 1_000, leftMs: 0 }, 90_000)).toMatchObject({ leftMs: 0, isOver: true });
	expect(timeLeft({ endsAt: 1_000, leftMs: 0 }, 90_000).words).toMatch(/gently/);
});

test('aloud, the time is told in whole minutes', () => {
	expect([aboutMinutes(0), aboutMinutes(30_000), aboutMinutes(60_000), aboutMinutes(200_000)]).toEqual([
		'The time is up',
		'Less than a minute left',
		'About 1 minute left',
		'About 3 minutes left'
	]);
});
