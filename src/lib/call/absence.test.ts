import { expect, test } from 'vitest';
import { Absence } from './absence.ts';

const here = { hidden: false, cutOff: false };

test('S20 a closed lid counts as being away, a busy moment does not', () => {
	const absence = new Absence(0);
	expect(absence.beat(200, here)).toBe(false);
	expect(absence.beat(4_000, here)).toBe(false);
	expect(absence.beat(24_000, here)).toBe(true);
	expect(absence.beat(24_200, here)).toBe(false);
});

test('a hidden page, whose clock runs slowly, is not taken for a closed lid', () => {
	const absence = new Absence(0);
	absence.beat(200, { ...here, hidden: true });
	expect(absence.beat(60_200, { ...here, hidden: true })).toBe(false);
	expect(absence.beat(160_200, here)).toBe(true);
});

test('S20 after a minute without the network microphone and camera come back off, after twenty seconds not', () => {
	const absence = new Absence(0);
	for (let at = 200; at <= 20_000; at += 200) expect(absence.beat(at, { ...here, cutOff: true })).toBe(false);
	expect(absence.beat(20_200, here)).toBe(false);
	for (let at = 20_400; at <= 80_000; at += 200) absence.beat(at, { ...here, cutOff: true });
	expect(absence.beat(80_200, here)).toBe(true);
	expect(absence.beat(80_400, here)).toBe(false);
});
