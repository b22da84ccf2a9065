import { expect, test } from 'vitest';
import { breathAt, SETTLE_MS } from './breathing.ts';

const pace = { startedAt: 1_000_000, secondsASide: 4, rounds: 2 };
const at = (ms: number) => breathAt(pace, pace.startedAt + SETTLE_MS + ms);

test('there is time to settle before the first breath', () => {
	expect(breathAt(pace, pace.startedAt)).toEqual({ is: 'settling', secondsLeft: 8 });
	expect(at(-1)).toEqual({ is: 'settling', secondsLeft: 1 });
});

test('the four sides follow each other, each as long as the others', () => {
	const sides = [0, 4, 8, 12, 16].map((second) => {
		const breath = at(second * 1000);
		return breath.is === 'breathing' ? `${breath.side} ${breath.round} ${breath.secondsLeft}` : breath.is;
	});
	expect(sides).toEqual(['in 1 4', 'hold-full 1 4', 'out 1 4', 'hold-empty 1 4', 'in 2 4']);
	expect(at(3_999)).toMatchObject({ side: 'in', secondsLeft: 1 });
});

test('someone who comes in late breathes with the others', () => {
	expect(at(21_500)).toMatchObject({ is: 'breathing', side: 'hold-full', round: 2, secondsLeft: 3 });
});

test('it ends after the last round', () => {
	expect(at(31_999)).toMatchObject({ is: 'breathing', side: 'hold-empty', round: 2 });
	expect(at(32_000)).toEqual({ is: 'over' });
});
