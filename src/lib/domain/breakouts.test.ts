import { expect, test } from 'vitest';
import {
	breakoutOf,
	isClosing,
	pairsOf,
	splitAtRandom,
	type Breakout,
	type OpenBreakouts
} from './breakouts.ts';
import { newId, type PersonId } from './ids.ts';

const people = ['ana', 'ben', 'chris', 'elif', 'jo'] as PersonId[];
const [ana, ben] = people as [PersonId, PersonId];
const dana = 'dana' as PersonId;

test('by chance everyone is in one room, and the rooms are as even as can be', () => {
	const rolls = [0.9, 0.1, 0.5, 0.99, 0];
	const rooms = splitAtRandom(people, pairsOf(people.length), () => rolls.pop() ?? 0);
	expect(rooms.map((room) => room.length)).toEqual([3, 2]);
	expect(rooms.flat().toSorted()).toEqual(people);
});

test('an odd number makes pairs and one room of three; two people are one pair', () => {
	expect([2, 3, 4, 5, 7].map(pairsOf)).toEqual([1, 1, 2, 2, 3]);
});

const room = { id: newId(), number: 1, people: [ana] } as unknown as Breakout;
const open: OpenBreakouts = { rooms: [room.id], openedAt: 0, endsAt: 100_000, visits: {}, message: null };
const breakouts = new Map([[room.id, room]]);

test('a person is in their room while rooms are open, and with the group otherwise', () => {
	expect(breakoutOf({ open, breakouts }, ana)).toBe(room);
	expect(breakoutOf({ open, breakouts }, ben)).toBeNull();
	expect(breakoutOf({ open: null, breakouts }, ana)).toBeNull();
	expect(breakoutOf({ open: { ...open, rooms: [] }, breakouts }, ana)).toBeNull();
});

test('a facilitator is where they look in', () => {
	expect(breakoutOf({ open: { ...open, visits: { [dana]: room.id } }, breakouts }, dana)).toBe(room);
});

test('the last minute is told, and not before', () => {
	expect([isClosing(open, 39_999), isClosing(open, 40_000), isClosing(null, 40_000)]).toEqual([
		...[false, true, false]
	]);
});
