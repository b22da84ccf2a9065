import { expect, test } from 'vitest';
import { receiptWords } from './receipt-words.ts';

const all = { people: 3, of: 3 };

test('a person is told whether the group hears and sees them', () => {
	expect(receiptWords({ heardBy: all, seenBy: all })?.text).toBe('The group hears and sees you.');
	expect(receiptWords({ heardBy: all, seenBy: null })).toEqual({
		text: 'The group hears you.',
		partly: false
	});
	expect(receiptWords({ heardBy: all, seenBy: { people: 1, of: 3 } })).toEqual({
		text: 'The group hears you. 1 of 3 people see you just now.',
		partly: true
	});
	expect(receiptWords({ heardBy: { people: 0, of: 2 }, seenBy: null })?.text).toBe('Nobody hears you yet.');
	expect(receiptWords({ heardBy: null, seenBy: null })).toBe(null);
});
