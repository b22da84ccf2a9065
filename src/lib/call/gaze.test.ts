import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';
import { Gaze } from './gaze.svelte.ts';

const people = ['dana', 'ana', 'ben', 'chris', 'elif'] as PersonId[];
const [dana, ana, ben, chris] = people as [PersonId, PersonId, PersonId, PersonId];
const seats = people.map((person, index) => ({
	person,
	place: index === 0 ? 'facilitator' : 'member',
	pictureStopped: person === chris
})) as Seat[];
const seenOf = (gaze: Gaze, size: number) => people.filter((person) => gaze.isOn(person, size));

test('everyone is seen, but for whose tile is out of view and whose picture the facilitator has stopped', () => {
	const gaze = new Gaze(() => seats);
	gaze.look(ben, false);
	expect(seenOf(gaze, 5)).toEqual(['dana', 'ana', 'elif']);
	gaze.look(ben, true);
	expect(seenOf(gaze, 5)).toContain('ben');
});

test('a large group, or who wishes so, sees who leads and the last two who spoke', () => {
	const gaze = new Gaze(() => seats);
	for (const speaker of [ben, ana, 'elif' as PersonId, ana]) gaze.noteSpeaker(speaker);
	expect(seenOf(gaze, 9)).toEqual([dana, ana, 'elif']);
	gaze.faces = 'speakers';
	expect(seenOf(gaze, 5)).toEqual([dana, ana, 'elif']);
});

test('a page in the background asks for nobody’s face', () => {
	const gaze = new Gaze(() => seats);
	gaze.hidden = true;
	expect(seenOf(gaze, 3)).toEqual([]);
});

test('nobody is seen by who wishes to see nobody', () => {
	const gaze = new Gaze(() => seats);
	gaze.faces = 'nobody';
	expect(seenOf(gaze, 3)).toEqual([]);
});
