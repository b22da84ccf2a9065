import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cellKey, contactKey, plainAnswers, textAt, type PlainAnswer } from './answer-places.ts';
import { rowsNamed, type Exercise } from './exercise.ts';
import { activityPlan } from './exercises/activity-plan.ts';
import { betweenSessions } from './exercises/between-sessions.ts';
import { copingPlan } from './exercises/coping-plan.ts';
import { decisionalBalance } from './exercises/decisional-balance.ts';
import { exposureLadder } from './exercises/exposure-ladder.ts';
import { fiveAreas } from './exercises/five-areas.ts';
import { skillsDiary } from './exercises/skills-diary.ts';
import { sleepDiary } from './exercises/sleep-diary.ts';
import { valuesCompass } from './exercises/values-compass.ts';
import { sleepEfficiency } from './sleep-efficiency.ts';
import { changeInWords } from './worksheet-changes.ts';
import { worksheetJson } from './worksheet-record.ts';
import { risksIn } from './worksheet-risks.ts';
import { addRow } from './worksheet-rows.ts';
import { answerLines, shownFields } from './worksheet.ts';

/** Adds a row; strings go into columns of words, and into choices and times as they are. */
function row(doc: Y.Doc, exercise: Exercise, id: string, cells: Record<string, PlainAnswer>): void {
	const field = rowsNamed(exercise, id);
	if (!field) throw new Error(`No rows called ${id}`);
	const added = addRow(doc, field, null);
	for (const [name, value] of Object.entries(cells)) {
		const column = field.columns.find((one) => one.id === name.split(':')[0]);
		const isWords = column?.kind === 'text' || column?.kind === 'long' || column?.kind === 'contact';
		const at = cellKey(id, added, name);
		if (isWords) textAt(doc, at).insert(0, String(value));
		else plainAnswers(doc).set(at, value);
	}
}

test('a ladder is read from its highest rung to its lowest, and what is not rated comes last', () => {
	const doc = new Y.Doc();
	row(doc, exposureLadder, 'rungs', { situation: 'Platform', distress: 35 });
	row(doc, exposureLadder, 'rungs', { situation: 'Ring a friend' });
	row(doc, exposureLadder, 'rungs', { situation: 'Two stops', distress: 60, avoided: true });
	expect(answerLines(doc, exposureLadder, 'rungs')).toEqual([
		'Two stops · How upset or afraid you would be: 60 of 100 · I avoid this now',
		'Platform · How upset or afraid you would be: 35 of 100',
		'Ring a friend'
	]);
	expect(risksIn(doc, exposureLadder, 'folder')).toEqual([]);
});

test('what was expected stands against what it was in the end', () => {
	const doc = new Y.Doc();
	row(doc, activityPlan, 'activities', { activity: 'Water the plants', predicted: 3, actual: 5 });
	row(doc, activityPlan, 'activities', { activity: 'Ring Jo', predicted: 4 });
	expect(worksheetJson(doc, activityPlan).changes.map(changeInWords)).toEqual([
		'Water the plants: 3 expected, 5 in the end (2 more)'
	]);
});

test('the compass is drawn from three parts on', () => {
	const doc = new Y.Doc();
	row(doc, valuesCompass, 'domains', { domain: 'Friends', importance: 8, lived: 3 });
	row(doc, valuesCompass, 'domains', { domain: 'Rest', importance: 6, lived: 6 });
	expect(worksheetJson(doc, valuesCompass).pictures).toEqual([]);
	row(doc, valuesCompass, 'domains', { domain: 'Work', importance: 7 });
	expect(worksheetJson(doc, valuesCompass).pictures).toMatchObject([
		{
			kind: 'radar',
			names: ['Friends', 'Rest', 'Work'],
			lines: [{ values: [8, 6, 7] }, { values: [3, 6, null] }],
			most: 10
		}
	]);
});

test('arrows between the five areas are drawn with what the areas say', () => {
	const doc = new Y.Doc();
	textAt(doc, 'body').insert(0, 'Hot face');
	row(doc, fiveAreas, 'arrows', { from: 'body', to: 'thoughts', how: 'everyone sees it' });
	row(doc, fiveAreas, 'arrows', { from: 'body', to: 'body' });
	const [picture] = worksheetJson(doc, fiveAreas).pictures ?? [];
	expect(picture).toMatchObject({
		kind: 'arrows',
		arrows: [{ from: 'body', to: 'thoughts', words: 'everyone sees it' }]
	});
	expect(picture?.kind === 'arrows' && picture.boxes.find((box) => box.id === 'body')?.words).toEqual([
		'Hot face'
	]);
});

test('the four sides of a decision stand in one square, each with its weight', () => {
	const doc = new Y.Doc();
	row(doc, decisionalBalance, 'change-good', { point: 'Better mornings', weight: 4 });
	row(doc, decisionalBalance, 'change-good', { point: 'Money', weight: 2 });
	row(doc, decisionalBalance, 'stay-good', { point: 'The edge is off' });
	expect(worksheetJson(doc, decisionalBalance).pictures).toMatchObject([
		{
			kind: 'square',
			parts: [
				{ lines: ['Better mornings', 'Money'], sum: 6 },
				{ lines: [], sum: null },
				{ lines: ['The edge is off'], sum: 0 },
				{ lines: [], sum: null }
			]
		}
	]);
});

test('a person to ask keeps name and phone in a row', () => {
	const doc = new Y.Doc();
	row(doc, copingPlan, 'helpers', {
		[contactKey('contact', 'name')]: 'My sister',
		[contactKey('contact', 'phone')]: '555 0101'
	});
	expect(answerLines(doc, copingPlan, 'helpers')).toEqual(['My sister, 555 0101']);
});

test('confidence below 7 suggests a smaller task, 7 does not', () => {
	const doc = new Y.Doc();
	const shown = () => shownFields(doc, betweenSessions).some((field) => field.id === 'smaller');
	expect(shown()).toBe(false);
	plainAnswers(doc).set('confidence', 6);
	expect(shown()).toBe(true);
	plainAnswers(doc).set('confidence', 7);
	expect(shown()).toBe(false);
});

test('the share of sleep is worked out across midnight, and left out when the times make no night', () => {
	const night = { toBed: '23:00', asleep: '23:30', awakeMinutes: 30, woke: '06:30', gotUp: '07:00' };
	expect(sleepEfficiency(night)).toBe(81);
	expect(sleepEfficiency({ ...night, toBed: '00:30', asleep: '01:00' })).toBe(77);
	expect(sleepEfficiency({ ...night, gotUp: '06:00' })).toBeNull();
	expect(sleepEfficiency({ ...night, toBed: '' })).toBeNull();
	expect(sleepEfficiency({ ...night, awakeMinutes: 900 })).toBeNull();
	const doc = new Y.Doc();
	row(doc, sleepDiary, 'nights', {
		...{ 'to-bed': '23:00', asleep: '23:30', woke: '06:30', 'got-up': '07:00', 'awake-minutes': 30 }
	});
	expect(answerLines(doc, sleepDiary, 'nights').join()).toContain(
		'Share of the time in bed that you slept: 81 %'
	);
});

test('S03 an urge to self-harm flags from 3 of 5, and so does having acted; S05 not in `own`', () => {
	const doc = new Y.Doc();
	row(doc, skillsDiary, 'days', { urge: 2 });
	expect(risksIn(doc, skillsDiary, 'folder')).toEqual([]);
	row(doc, skillsDiary, 'days', { urge: 3 });
	expect(risksIn(doc, skillsDiary, 'folder')).toMatchObject([{ cause: 'self-harm', quiet: false }]);
	expect(risksIn(doc, skillsDiary, 'own')).toEqual([]);
	const other = new Y.Doc();
	row(other, skillsDiary, 'days', { urge: 0, acted: true });
	expect(risksIn(other, skillsDiary, 'folder')).toMatchObject([{ cause: 'self-harm' }]);
});
