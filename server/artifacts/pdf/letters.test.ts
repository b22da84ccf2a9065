import { expect, test } from 'vitest';
import { Letters } from './letters.ts';

const letters = new Letters();

test('words stand in the page’s own font where it has their letters', () => {
	const text = 'Hearth äßé€“”–… Łukasz, Şebnem, Siân';
	expect(letters.runsOf(text)).toEqual([{ family: 'atkinson', words: text, missing: null }]);
});

test('a word with letters that the page’s font lacks stands in the other font as a whole', () => {
	expect(letters.runsOf('Ana, Tōmas und Оля')).toEqual([
		{ family: 'atkinson', words: 'Ana, ', missing: null },
		{ family: 'noto', words: 'Tōmas', missing: null },
		{ family: 'atkinson', words: ' und ', missing: null },
		{ family: 'noto', words: 'Оля', missing: null }
	]);
});

test('what no font can show is marked, and what it was is kept', () => {
	expect(letters.runsOf('thanks 🌻漢!')).toEqual([
		{ family: 'atkinson', words: 'thanks ', missing: null },
		{ family: 'noto', words: '\ufffd\ufffd', missing: '🌻漢' },
		{ family: 'atkinson', words: '!', missing: null }
	]);
	expect(letters.runsOf('👍🏽')).toEqual([{ family: 'noto', words: '\ufffd', missing: '👍' }]);
});

test('letters written with a mark of their own are put together', () => {
	expect(letters.runsOf('e\u0301')).toEqual([{ family: 'atkinson', words: 'é', missing: null }]);
});
