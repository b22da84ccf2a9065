import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';
import { turnsOf } from './turns.ts';

const people = ['dana', 'ana', 'ben', 'chris'] as PersonId[];
const seats = (away: string[] = []) =>
	people.map((person) => ({ person, name: person, here: !away.includes(person) }) as unknown as Seat);

const untimed = { turnMs: null, turnSince: 0 };
const [dana, ana, ben] = people as [PersonId, PersonId, PersonId];

test('the circle shows who had a turn, who speaks and who is next', () => {
	const turns = turnsOf({ turn: ana, order: people, had: [dana], ...untimed }, seats());
	expect(turns.map(({ state }) => state)).toEqual(['had', 'now', 'next', 'later']);
});

test('somebody who is away is not next', () => {
	const turns = turnsOf({ turn: ana, order: people, had: [dana], ...untimed }, seats([ben]));
	expect(turns.map(({ state }) => state)).toEqual(['had', 'now', 'away', 'next']);
});

test('passing looks the same as having spoken', () => {
	const turns = turnsOf({ turn: null, order: people, had: people, ...untimed }, seats());
	expect(new Set(turns.map(({ state }) => state))).toEqual(new Set(['had']));
});
