import { expect, test } from 'vitest';
import { inWords, megabytesAnHour } from './data-use.ts';

test('the lobby can say what a meeting costs: faces most, voice little, words almost nothing', () => {
	const four = (['video', 'listening', 'voice', 'text'] as const).map((means) => megabytesAnHour(4, means));
	expect(four).toEqual([1111, 559, 31, 3]);
});

test('numbers are said as people say them', () => {
	expect([1111, 559, 31, 3].map(inWords)).toEqual([
		'about 1.1 GB',
		'about 550 MB',
		'about 30 MB',
		'about 5 MB'
	]);
});
