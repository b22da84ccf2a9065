import { expect, test } from 'vitest';
import * as v from 'valibot';
import { newId } from '#lib/domain/ids.ts';
import type { Step } from '#lib/domain/plan.ts';
import { defaultPlan, newStep } from '#lib/domain/plan-making.ts';
import { arranged, moved } from './arrange.ts';
import { fieldsOf, planFrom } from './plan-fields.ts';
import { planForm } from './plan-form.ts';

const usual = defaultPlan('therapy');
const plan = { ...usual, steps: [...usual.steps, newStep('breakout', 'therapy')] };
const titles = (fields: Record<string, string>) => planFrom(fields).steps.map((step) => step.title);
const problems = (fields: Record<string, string>) =>
	(v.safeParse(planForm, fields).issues ?? []).map((issue) => v.getDotPath(issue) ?? issue.message);

test('a plan comes through the form as it was, with every kind of step', () => {
	const read = v.parse(planForm, { title: ' Naming feelings ', ...fieldsOf({ ...plan, keepChat: true }) });
	expect(read).toEqual({ title: 'Naming feelings', plan: { ...plan, keepChat: true } });
});

test('what is wrong with a step is said at its field', () => {
	const [first, second, , , board, breathing] = plan.steps;
	const fields = { title: 'x', ...fieldsOf(plan) };
	expect(problems({ ...fields, [`${first!.id}.minutes`]: 'soon' })).toEqual(['steps.0.minutes']);
	expect(problems({ ...fields, [`${second!.id}.title`]: '  ' })).toEqual(['steps.1.title']);
	expect(problems({ ...fields, [`${board!.id}.template`]: 'nowhere' })).toEqual(['steps.4.template']);
	expect(problems({ ...fields, [`${breathing!.id}.rounds`]: '900' })).toEqual(['steps.5.rounds']);
	expect(problems({ ...fields, title: '' })).toEqual(['title']);
});

test('a plan needs a step', () => {
	expect(problems({ title: 'x' })).toEqual(['A plan needs at least one step.']);
});

test('fields that are no step of ours are left out', () => {
	expect(titles({ '__proto__.kind': 'round', 'x.kind': 'round' })).toEqual([]);
	expect(titles({ [`${plan.steps[0]!.id}.kind`]: 'dancing' })).toEqual([]);
});

test('without scripts, steps are moved, removed and added by pressing buttons of the form', () => {
	const press = (arrange: string, more = {}) =>
		arranged({ title: 'Mine', minutes: '75', arrange, ...more, ...fieldsOf(plan) }, 'therapy');
	const id = plan.steps[1]!.id;
	expect(titles(press(`up:${id}`)).slice(0, 2)).toEqual(['Check-in', 'Arrive']);
	expect(titles(press(`down:${id}`)).slice(1, 3)).toEqual(['What we tried', 'Check-in']);
	expect(titles(press(`remove:${id}`))).not.toContain('Check-in');
	expect(titles(press('add', { add: 'round' })).at(-1)).toBe('Round');
	expect(press(`up:${id}`)).toMatchObject({ title: 'Mine', minutes: '75' });
});

test('the first step does not move up, nor the last one down', () => {
	expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
	expect(moved(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c']);
	expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

test('what a check-in asks comes through the form, and one that asks nothing is refused', () => {
	const arriving = { ...newStep('check-in', 'therapy'), checkIns: ['distress', 'urge'] as const };
	const leaving = { ...newStep('check-out', 'therapy'), checkIns: ['distress'] as const };
	const made = { steps: [arriving, leaving], keepChat: false };
	expect(planFrom(fieldsOf(made as never))).toEqual(made);
	const empty = {
		...made,
		steps: [
			{ ...arriving, checkIns: [] },
			{ ...leaving, checkIns: [] }
		]
	};
	expect(problems({ title: 'x', ...fieldsOf(empty as never) })).toEqual(['steps.0.checkIns']);
});

test('who is in which room comes through the form; a room that cannot be, and a name that is none, are left out', () => {
	const [ana, ben] = [newId<'person'>(), newId<'person'>()];
	const pairs = { ...newStep('breakout', 'therapy'), whoIsWhere: { [ana]: 1, [ben]: 2 } } as Step;
	const made = { steps: [pairs], keepChat: false };
	expect(planFrom(fieldsOf(made))).toEqual(made);
	const fields = { ...fieldsOf(made), [`${pairs.id}.is-in-${ben}`]: '99', [`${pairs.id}.is-in-x`]: '1' };
	expect(planFrom(fields).steps[0]).toMatchObject({ whoIsWhere: { [ana]: 1 } });
	expect(planFrom({ ...fields, [`${pairs.id}.is-in-${ana}`]: '0' }).steps[0]).not.toHaveProperty(
		'whoIsWhere'
	);
});
