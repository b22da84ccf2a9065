import { expect, test } from 'vitest';
import { Speech } from './speech.ts';

test('a person is speaking after a moment of sound, and through the gaps between words', () => {
	const speech = new Speech();
	expect(speech.hear(0.2, 0)).toBe(false);
	expect(speech.hear(0.2, 300)).toBe(true);
	expect(speech.hear(0, 800)).toBe(true);
	expect(speech.hear(0.2, 1_000)).toBe(true);
	expect(speech.hear(0, 2_000)).toBe(false);
});

test('a door that slams is not speech', () => {
	const speech = new Speech();
	speech.hear(0.9, 0);
	expect(speech.hear(0, 200)).toBe(false);
	expect(speech.hear(0, 1_200)).toBe(false);
});
