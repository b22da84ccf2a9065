import { expect, test } from 'vitest';
import { observerWords } from './observer-words.ts';

test('S16 an observer comes in when everyone agrees, and one who would rather not is enough', () => {
	expect(observerWords([true, undefined])).toEqual({ words: '1 of 2 agree so far.', allAgree: false });
	expect(observerWords([true, false])).toEqual({ words: 'Someone would rather not.', allAgree: false });
	expect(observerWords([true, true])).toEqual({ words: 'Everyone agrees.', allAgree: true });
});
