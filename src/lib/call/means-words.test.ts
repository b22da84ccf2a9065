import { expect, test } from 'vitest';
import { aloneWords, easedWords } from './means-words.ts';

test('what I send to nobody is said as it is', () => {
	expect(aloneWords({ microphone: true, camera: false })).toMatch(/^Your microphone is on\./);
	expect(aloneWords({ microphone: false, camera: true })).toMatch(/^Your camera is on\./);
	expect(aloneWords({ microphone: true, camera: true })).toMatch(/^Your microphone and camera are on\./);
});

test('a device that takes less than all of the faces is told of from the second step on', () => {
	expect(easedWords('360p')).toBeNull();
	expect(easedWords('270p')).toBeNull();
	expect(easedWords('180p')).toContain('faces come smaller');
	expect(easedWords('voice')).toContain('only voices come');
});
