import { expect, test } from 'vitest';
import { whoAwaitsYou, whoIsInside, whyYouWait } from './door-words.ts';

test('S16 who waits is told that the group is asked, and that this is so for everyone', () => {
	expect(whyYouWait(null, 'Dana')).toBe('');
	expect(whyYouWait('newcomer', 'Dana')).toMatch(/^This is your first time here, so Dana will ask the group/);
	expect(whyYouWait('observer', 'Dana')).toMatch(/^You would look on, so Dana will ask/);
});

test('S16 who comes later learns who is new in the room before they come in, by kind and without a name', () => {
	expect(whoIsInside([], 'Dana')).toBe('');
	expect(whoIsInside(['observer', 'newcomer'], 'Dana')).toMatch(
		/^In the room today is someone who is new to the group, and someone who looks on/
	);
});

test('who waits is told whether one of the facilitators is in, however many there are', () => {
	expect(whoAwaitsYou(['Dana', 'Kim'], true)).toBe('Dana or Kim is in the room and knows that you are here.');
	expect(whoAwaitsYou(['Dana', 'Kim'], false)).toMatch(/^Dana and Kim are not here yet/);
	expect(whoAwaitsYou(['Dana'], false)).toMatch(/^Dana is not here yet/);
	expect(whoAwaitsYou([], true)).toMatch(/^Your facilitator is in/);
});
