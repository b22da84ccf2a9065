import { expect, test } from 'vitest';
import { keptSince, keptUntil } from './retention.ts';

const at = (text: string) => Date.parse(text);

test('S21 what is signed off today is kept for two years to the minute', () => {
	expect(keptUntil(at('2026-11-24T19:20:00Z'))).toBe(at('2028-11-24T19:20:00Z'));
});

test('S21 a session signed off on a leap day is kept until the last day of that February', () => {
	expect(keptUntil(at('2028-02-29T10:00:00Z'), 12)).toBe(at('2029-02-28T10:00:00Z'));
	expect(keptUntil(at('2026-08-31T10:00:00Z'), 6)).toBe(at('2027-02-28T10:00:00Z'));
});

test('R50 the moment before which nothing is kept lies as far back as keeping reaches forward', () => {
	expect(keptSince(at('2028-11-24T19:20:00Z'))).toBe(at('2026-11-24T19:20:00Z'));
});
