import { expect, test } from 'vitest';
import { leadOf } from './lead.ts';
import type { Seat } from './room.ts';

const seat = (person: string, place: Seat['place'], at: number, here = true) =>
	({ person, place, seat: at, here }) as Seat;
const dana = seat('dana', 'facilitator', 3);
const kim = seat('kim', 'co-facilitator', 0);
const ana = seat('ana', 'member', 1);

test('the facilitator has the lead until it is handed over', () => {
	expect(leadOf([ana, kim, dana], null)).toBe(dana);
	expect(leadOf([ana, kim, dana], kim.person)).toBe(kim);
});

test('while they are away, whoever leads with them has the lead', () => {
	expect(leadOf([{ ...dana, here: false }, kim, ana], null)).toBe(kim);
	expect(leadOf([dana, { ...kim, here: false }], kim.person)).toBe(dana);
});

test('nobody who does not lead has the lead, whoever it was handed to', () => {
	expect(leadOf([ana], ana.person)).toBeNull();
});
