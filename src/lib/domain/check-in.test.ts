import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { checkInPlaces, draftedCheckIn, givenCheckIn, moodLabel, saysNothing } from './check-in.ts';
import { groupNumbers } from './group-numbers.ts';
import type { PersonId, StepId } from './ids.ts';
import type { GivenCheckIn } from './room.ts';

const step = 'step-one' as StepId;

function given(person: string, mood: number | null, more: Partial<GivenCheckIn> = {}): GivenCheckIn {
	const one = {
		person: person as PersonId,
		step,
		audience: 'group',
		mood,
		energy: null,
		word: '',
		at: 1
	} as const;
	return { ...one, ...more };
}

test('S10 two answers to the group show nothing, three do', () => {
	const two = [given('ana', 5), given('ben', 2.5), given('kim', 10, { audience: 'facilitators' })];
	expect(groupNumbers(two, step)).toBeNull();
	expect(groupNumbers([...two, given('jo', 7.5)], step)).toMatchObject([{ question: 'Mood', people: 3 }]);
});

test('S10 an answer given to the facilitator alone moves no number of the group', () => {
	const three = [given('ana', 5), given('ben', 5), given('jo', 5)];
	const withPrivate = [...three, given('kim', 0, { audience: 'facilitators' })];
	expect(groupNumbers(withPrivate, step)).toEqual(groupNumbers(three, step));
});

test('S10 three to five answers show a spread, without counts or a mean', () => {
	const five = [0, 5, 5, 7.5, 10].map((mood, index) => given(`p${index}`, mood));
	expect(groupNumbers(five, step)).toEqual([
		{ step, question: 'Mood', people: 5, least: 0, most: 10, mean: null, counts: null, words: [] }
	]);
});

test('S10 six answers show counts and the mean', () => {
	const six = [0, 2.5, 5, 5, 7.5, 7.5].map((mood, index) => given(`p${index}`, mood));
	expect(groupNumbers(six, step)).toMatchObject([
		{
			people: 6,
			mean: 4.6,
			counts: [
				{ value: 0, people: 1 },
				{ value: 2.5, people: 1 },
				{ value: 5, people: 2 },
				{ value: 7.5, people: 2 }
			]
		}
	]);
});

test('S10 each question needs three answers of its own', () => {
	const three = [given('ana', 5, { energy: 3 }), given('ben', 5, { energy: 4 }), given('jo', 5)];
	expect(groupNumbers(three, step)?.map((one) => one.question)).toEqual(['Mood']);
});

test('S10 who changed their answer counts once, and who took it back from the group not at all', () => {
	const three = [given('ana', 5), given('ben', 5), given('jo', 5)];
	const changed = [...three, given('ana', 0, { at: 2 })];
	expect(groupNumbers(changed, step)).toMatchObject([{ people: 3, least: 0 }]);
	expect(groupNumbers([...three, given('ana', 5, { at: 2, audience: 'facilitators' })], step)).toBeNull();
});

test('answers of another step are not mixed in', () => {
	const other = { step: 'another' as StepId };
	expect(groupNumbers([given('a', 1), given('b', 2), given('c', 3, other)], step)).toBeNull();
});

test('the words of members never stand among the numbers of the group', () => {
	const three = ['ana', 'ben', 'jo'].map((person) => given(person, 5, { word: `secret ${person}` }));
	expect(JSON.stringify(groupNumbers(three, step))).not.toContain('secret');
});

test('a draft is kept by step, and nobody is counted in the group unless they chose it', () => {
	const doc = new Y.Doc();
	const { values, word } = checkInPlaces(doc, step);
	expect(saysNothing(draftedCheckIn(doc, step))).toBe(true);
	expect(draftedCheckIn(doc, step).choice).toBeNull();
	values.set('mood', 7.5);
	values.set('energy', 11);
	values.set('choice', 'everyone on earth');
	word.insert(0, ' hopeful ');
	expect(draftedCheckIn(doc, step)).toEqual({ choice: null, mood: 7.5, energy: null, word: 'hopeful' });
	expect(saysNothing(draftedCheckIn(doc, 'another' as StepId))).toBe(true);
	expect(moodLabel(7)).toBe('Good');
});

test('what was given stays as it was given while the draft changes', () => {
	const doc = new Y.Doc();
	const { values } = checkInPlaces(doc, step);
	expect(givenCheckIn(doc, step)).toBeNull();
	values.set('given', { choice: 'group', mood: 5, energy: null, word: 'fine' });
	values.set('mood', 0);
	expect(givenCheckIn(doc, step)).toEqual({ choice: 'group', mood: 5, energy: null, word: 'fine' });
});
