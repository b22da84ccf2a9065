import { expect, test } from 'vitest';
import { spokenWords } from './spoken-words.ts';

test('how long someone has spoken is said coarsely', () => {
	expect([0, 20_000, 60_000, 200_000].map(spokenWords)).toEqual([
		...['has not spoken yet', 'spoke under a minute', 'spoke about 1 min', 'spoke about 3 min']
	]);
});
