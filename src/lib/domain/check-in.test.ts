import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { checkInPlaces, draftedCheckIn, givenCheckIn, moodLabel, onlyAsked } from './check-in.ts';
import { CHECK_INS, checkInsOf, saysNothing } from './check-ins.ts';
import { risksGiven } from './check-in-risks.ts';
import { changeLine, changesSince } from './check-in-ratings.ts';
import { checkInLines } from './check-in-words.ts';
import { feelingWords } from './feeling-words.ts';
import { groupNumbers } from './group-numbers.ts';
import type { PersonId, StepId } from './ids.ts';
import type { GivenCheckIn } from './room.ts';

const step = 'step-one' as StepId;

const NOTHING = {
	...{ choice: null, mood: null, energy: null, word: '', feeling: null, distress: null, sleep: null },
	...{ homework: null, urge: null }
};

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
		{
			...{ step, question: 'Mood', scale: { least: 0, most: 10 }, people: 5, least: 0, most: 10 },
			...{ mean: null, counts: null, words: [] }
		}
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
	expect(draftedCheckIn(doc, step)).toEqual({ ...NOTHING, mood: 7.5, word: 'hopeful' });
	expect(saysNothing(draftedCheckIn(doc, 'another' as StepId))).toBe(true);
	expect(moodLabel(7)).toBe('Good');
});

test('what was given stays as it was given while the draft changes', () => {
	const doc = new Y.Doc();
	const { values } = checkInPlaces(doc, step);
	expect(givenCheckIn(doc, step)).toBeNull();
	values.set('given', { choice: 'group', mood: 5, energy: null, word: 'fine' });
	values.set('mood', 0);
	expect(givenCheckIn(doc, step)).toEqual({ ...NOTHING, choice: 'group', mood: 5, word: 'fine' });
});

test('what is kept of a draft is what its document may hold', () => {
	const doc = new Y.Doc();
	const { values } = checkInPlaces(doc, step);
	values.set('distress', 95);
	values.set('sleep', 25);
	values.set('urge', 6);
	values.set('homework', 'never');
	values.set('feeling', { pleasant: 8, stirred: 2, words: ['calm', 7] });
	const draft = draftedCheckIn(doc, step);
	expect(draft).toEqual({
		...NOTHING,
		distress: 95,
		feeling: { pleasant: 8, stirred: 2, words: ['calm'] }
	});
	values.set('feeling', { pleasant: 11, stirred: 2, words: [] });
	expect(draftedCheckIn(doc, step).feeling).toBeNull();
});

test('a card gives what its step asks, and nothing that stands in the draft besides', () => {
	const draft = { ...NOTHING, mood: 5, urge: 4, word: 'heavy', homework: 'done' as const };
	const { choice: _choice, ...nothing } = NOTHING;
	expect(onlyAsked(draft, [{ id: 'mood' }])).toEqual({ ...nothing, mood: 5 });
	expect(saysNothing(onlyAsked(draft, []))).toBe(true);
	expect(saysNothing(onlyAsked(draft, [{ id: 'urge' }]))).toBe(false);
});

test('a check-in of an older plan asks mood, energy and a word; a check-out asks nothing again', () => {
	const idsOf = (asked: Parameters<typeof checkInsOf>[0]) => checkInsOf(asked).map(({ id }) => id);
	expect(idsOf({ kind: 'check-in' })).toEqual(['mood', 'energy', 'word']);
	expect(idsOf({ kind: 'check-out' })).toEqual([]);
	expect(idsOf({ kind: 'check-in', checkIns: ['urge', 'mood'] })).toEqual(['mood', 'urge']);
	expect(idsOf({ kind: 'worksheet', checkIns: ['urge'] })).toEqual([]);
});

test('the catalogue’s eight check-ins can be asked', () => {
	expect(CHECK_INS.map(({ id }) => id)).toEqual([
		...['mood', 'feeling', 'energy', 'distress', 'sleep', 'word', 'homework', 'urge']
	]);
});

test('S03 an urge of 3 or more is a flag, distress of 90 or more a quiet notice, and below neither is', () => {
	const nothing = { mood: 0, energy: 0, word: 'I cannot go on' };
	expect(risksGiven(nothing)).toEqual([]);
	expect(risksGiven({ ...nothing, urge: 2, distress: 85 })).toEqual([]);
	expect(risksGiven({ ...nothing, urge: 3 })).toMatchObject([{ cause: 'self-harm', quiet: false }]);
	expect(risksGiven({ ...nothing, distress: 90 })).toMatchObject([{ cause: 'distress', quiet: true }]);
	expect(risksGiven({ ...nothing, distress: 100, urge: 5 })).toHaveLength(2);
});

test('S10 an urge, a word and homework are never among the numbers of the group; the other ratings are', () => {
	const more = {
		...{ energy: 4, word: 'secret', urge: 1, homework: 'done' as const, distress: 30, sleep: 6 },
		feeling: { pleasant: 2, stirred: 8, words: ['tense'] }
	};
	const numbers = groupNumbers(
		['ana', 'ben', 'jo'].map((person) => given(person, 5, more)),
		step
	);
	expect(numbers?.map(({ question }) => question)).toEqual([
		...['Mood', 'Feeling, from unpleasant to pleasant', 'Feeling, from calm to stirred up'],
		...['Energy', 'Distress', 'Hours of sleep']
	]);
	expect(numbers?.find(({ question }) => question === 'Distress')?.scale).toEqual({ least: 0, most: 100 });
	expect(JSON.stringify(numbers)).not.toMatch(/rge|secret|omework|tense/);
});

test('S10 six ratings of distress are counted by tens', () => {
	const six = [0, 5, 35, 40, 90, 95].map((distress, index) => given(`p${index}`, null, { distress }));
	expect(groupNumbers(six, step)?.[0]).toMatchObject({ least: 0, most: 95 });
	expect(groupNumbers(six, step)?.[0]?.counts?.map(({ value }) => value)).toEqual([0, 10, 40, 90, 100]);
});

test('the same rating later shows what changed since it was first given', () => {
	const came = { mood: 2.5, energy: 4, word: '', distress: 70, urge: 2 };
	const middle = { mood: 5, energy: null, word: '', sleep: 6 };
	const leaving = { mood: 7.5, energy: 4, word: '', distress: 40, sleep: 5, urge: 0 };
	const lines = changesSince([came, middle], leaving).map(changeLine);
	expect(lines).toEqual([
		'Mood: from 2.5 (low) to 7.5 (good), higher.',
		'Energy: 4, as before.',
		'Distress: from 70 to 40, lower.',
		'Hours of sleep: from 6 to 5, lower.',
		'Urge to hurt myself: from 2 to 0, lower.'
	]);
	expect(changesSince([], leaving)).toEqual([]);
});

test('both sides of a feeling show what changed', () => {
	const felt = (pleasant: number, stirred: number) => ({
		...{ mood: null, energy: null, word: '' },
		feeling: { pleasant, stirred, words: [] }
	});
	expect(changesSince([felt(2, 9)], felt(6, 3)).map(changeLine)).toEqual([
		'Feeling, from unpleasant to pleasant: from 2 to 6, higher.',
		'Feeling, from calm to stirred up: from 9 to 3, lower.'
	]);
});

test('words that may fit come from where the feeling stands, and chosen ones stay', () => {
	expect(feelingWords({ pleasant: 1, stirred: 9, words: [] })).toContain('afraid');
	expect(feelingWords({ pleasant: 9, stirred: 1, words: [] })).toContain('at ease');
	expect(feelingWords({ pleasant: 9, stirred: 1, words: ['afraid'] })).toContain('afraid');
	expect(feelingWords({ pleasant: 10, stirred: 10, words: [] })).toContain('joyful');
	expect(feelingWords({ pleasant: 0, stirred: 0, words: [] })).toContain('sad');
});

test('a check-in is read afterwards in the order of its card, without what was left out', () => {
	const said = { mood: 5, energy: null, word: 'fine', sleep: 6.5, homework: 'partly' as const, urge: 0 };
	expect(checkInLines({ ...said, feeling: { pleasant: 9, stirred: 5, words: ['glad'] } })).toEqual([
		{ title: 'Mood', words: 'So-so (5 of 10)' },
		{ title: 'Feeling', words: 'very pleasant (9), neither calm nor stirred up (5): glad' },
		{ title: 'Sleep', words: '6.5 hours' },
		{ title: 'One word', words: 'fine' },
		{ title: 'Homework', words: 'Some of it' },
		{ title: 'Urge to hurt myself', words: '0 of 5' }
	]);
});
