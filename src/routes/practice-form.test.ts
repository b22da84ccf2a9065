import { expect, test } from 'vitest';
import { crisisLinesIn } from './practice-form.ts';

const form = {
	country: 'GB',
	...{ lineName0: 'At home', linePhone0: '111', lineNote0: '', lineCountry0: '' },
	...{ lineName1: 'Over there', linePhone1: '222', lineNote1: 'At night', lineCountry1: 'IE' }
};

test('S01 a practice writes down crisis lines of its own country and of others', () => {
	expect(crisisLinesIn(form)).toEqual([
		{ name: 'At home', phone: '111', note: '' },
		{ name: 'Over there', phone: '222', note: 'At night', country: 'IE' }
	]);
});

test.each([
	['of no country', { lineCountry1: 'XX' }, 'lineCountry1'],
	['none of its own country', { lineCountry0: 'FR' }, 'lineCountry0'],
	[
		'none at all',
		{ lineName0: '', linePhone0: '', lineName1: '', linePhone1: '', lineNote1: '' },
		'lineName0'
	],
	['without a number', { linePhone1: '' }, 'linePhone1']
])('S01 it is refused what is %s', (_what, change, field) => {
	expect(() => crisisLinesIn({ ...form, ...change })).toThrow(expect.objectContaining({ field }));
});
