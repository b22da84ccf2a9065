import { expect, test } from 'vitest';
import { readHand, TRAIL_SPOTS } from './other-hand.ts';

const view = { sheet: '1', left: 0, top: 0, right: 800, bottom: 500, turn: 3 };
const spot = { x: 10, y: 20 };

test('where another points and brings everyone to is read as they showed it', () => {
	const hand = readHand(7, { person: 'ana', cursor: null, laser: { sheet: '1', trail: [spot] }, view });
	expect(hand).toMatchObject({ client: 7, person: 'ana', laser: { sheet: '1', trail: [spot] }, view });
});

test.each([
	['a part of nothing', { view: { ...view, right: 0 } }],
	['a part without an end', { view: { ...view, right: Infinity } }],
	['a turn between two', { view: { ...view, turn: 1.5 } }],
	['a trail of nothing', { laser: { sheet: '1', trail: [] } }],
	['a trail of words', { laser: { sheet: '1', trail: ['here'] } }],
	['a trail longer than anyone points', { laser: { sheet: '1', trail: Array(TRAIL_SPOTS + 1).fill(spot) } }]
])('%s is left out, and the rest of the hand stays', (_what, shown) => {
	const hand = readHand(7, { person: 'ana', cursor: { sheet: '1', ...spot }, ...shown });
	expect(hand).toMatchObject({ laser: null, view: null, cursor: { sheet: '1', ...spot } });
});
