import { expect, test } from 'vitest';
import { linesFor, type CrisisLine } from './practice.ts';

const own: CrisisLine = { name: 'At home', phone: '111', note: '' };
const irish: CrisisLine = { name: 'Over there', phone: '222', note: '', country: 'IE' };
const practice = { country: 'GB', crisisLines: [own, irish] };

test('S01 somebody is given the lines of the country where they are', () => {
	expect(linesFor('IE', practice)).toEqual({ lines: [irish], elsewhere: '' });
	expect(linesFor('GB', practice)).toEqual({ lines: [own], elsewhere: '' });
});

test('S01 where the practice has none for it they are given its own, and told so', () => {
	const { lines, elsewhere } = linesFor('FR', practice);
	expect(lines).toEqual([own]);
	expect(elsewhere).toBe(
		'The practice has no number for France. These answer in another country: United Kingdom. In danger, call the local emergency number.'
	);
});

test('S01 lines that were written down before they had a country answer in the practice’s own', () => {
	expect(linesFor('GB', { country: 'GB', crisisLines: [own] }).lines).toEqual([own]);
	expect(linesFor('', practice)).toEqual({ lines: [own], elsewhere: '' });
});
