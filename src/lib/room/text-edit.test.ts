import { expect, test } from 'vitest';
import { textEdit } from './text-edit.ts';

function applied(before: string, edit: ReturnType<typeof textEdit>): string {
	if (!edit) return before;
	return before.slice(0, edit.index) + edit.insert + before.slice(edit.index + edit.remove);
}

test('the same words need no change', () => {
	expect(textEdit('calm', 'calm')).toBeNull();
});

test('a typed letter is one insertion where the caret is, also among equal letters', () => {
	expect(textEdit('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
	expect(textEdit('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' });
	expect(textEdit('I feel ok', 'I feel so ok', 10)).toEqual({ index: 7, remove: 0, insert: 'so ' });
});

test('a removed or replaced word leaves the rest untouched', () => {
	expect(textEdit('one two three', 'one three', 4)).toEqual({ index: 4, remove: 4, insert: '' });
	expect(textEdit('one two three', 'one 2 three', 5)).toEqual({ index: 4, remove: 3, insert: '2' });
});

test('an emoji is never cut in two', () => {
	// U+1F600 and U+1F601 share their first half; U+1F600 and U+1FA00 differ in the first, share the second.
	for (const [before, after] of [
		['a\u{1F600}b', 'a\u{1F601}b'],
		['a\u{1F600}b', 'a\u{1FA00}b'],
		['\u{1F600}', '\u{1F600}\u{1F600}'],
		['\u{1F600}\u{1F600}', '\u{1F600}']
	] as const) {
		for (let caret = 0; caret <= after.length; caret++) {
			const edit = textEdit(before, after, caret);
			expect(applied(before, edit)).toBe(after);
			expect(edit?.insert.isWellFormed()).toBe(true);
			expect(before.slice(0, edit?.index).isWellFormed()).toBe(true);
		}
	}
});

test('any edit, with the caret anywhere, turns the old words into the new', () => {
	const words = ['', 'a', 'ab', 'aba', 'abab', 'bb', 'x\u{1F600}y', 'xay', 'abcabc', 'abc'];
	for (const before of words)
		for (const after of words)
			for (let caret = 0; caret <= after.length; caret++)
				expect(applied(before, textEdit(before, after, caret))).toBe(after);
});
