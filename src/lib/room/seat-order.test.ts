import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import { inCircleOrder, ordinal, raisedHands } from './seat-order.ts';

const seat = (
	person: string,
	chair: number,
	place: 'member' | 'facilitator' | 'co-facilitator' = 'member'
) => ({
	person: person as PersonId,
	seat: chair,
	place
});

test('the facilitator sits first and everyone else by their chair', () => {
	const order = inCircleOrder([
		seat('jo', 5),
		seat('ana', 1),
		seat('co', 7, 'co-facilitator'),
		seat('dana', 0, 'facilitator')
	]);
	expect(order.map(({ person }) => person)).toEqual(['dana', 'co', 'ana', 'jo']);
});

test('two people on one chair always stand in the same order', () => {
	const [a, b] = [seat('a', 2), seat('b', 2)];
	expect(inCircleOrder([a, b])).toEqual(inCircleOrder([b, a]));
});

test('hands form a queue by who raised theirs first', () => {
	const hands = raisedHands([
		{ seat: 1, hand: 30 },
		{ seat: 2, hand: null },
		{ seat: 3, hand: 10 },
		{ seat: 4, hand: 30 }
	]);
	expect(hands.map(({ seat: chair }) => chair)).toEqual([3, 1, 4]);
});

test('places in the queue are said as people say them', () => {
	expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 111].map(ordinal)).toEqual([
		'1st',
		'2nd',
		'3rd',
		'4th',
		'11th',
		'12th',
		'13th',
		'21st',
		'22nd',
		'111th'
	]);
});
