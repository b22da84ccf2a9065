import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CHECK_INS, checkInsOf, type CheckInId } from '#lib/domain/check-ins.ts';
import type { GroupKind } from '#lib/domain/group.ts';
import type { StepId } from '#lib/domain/ids.ts';
import type { GroupNumbers } from '#lib/domain/room.ts';
import CheckInCard from './CheckInCard.svelte';
import GroupNumbersView from './GroupNumbersView.svelte';

const nothing = () => {};
const step = 'one' as StepId;

function words(body: string): string {
	return body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

function card(groupKind: GroupKind, hasGroup = true, checkIns?: readonly CheckInId[]): string {
	const asked = checkInsOf({ kind: 'check-in', ...(checkIns && { checkIns }) });
	const props = { doc: new Y.Doc(), step, asked, hasGroup, groupKind, facilitators: ['Dana'] };
	const saved = { state: 'saved' as const, count: 0 };
	return render(CheckInCard, {
		props: { ...props, saved, ongive: nothing, onskip: nothing, onsupport: nothing }
	}).body;
}

test('S10 beside the choice it says that people may guess in a small group', () => {
	expect(words(card('therapy'))).toMatch(
		/Only Dana .*Dana and the group’s numbers .*In a small group people may guess\./
	);
});

test('S09 S10 a card goes to the facilitator alone unless the member chooses the group', () => {
	const chosen = card('therapy').match(/<input[^>]*checked[^>]*>\s*<span>([^<]*)/)?.[1];
	expect(chosen).toBe('Only Dana');
	expect(words(card('therapy'))).toContain('You, and Dana after you press Done');
	expect(words(card('therapy', false))).not.toContain('the group’s numbers');
});

test('S14 in a peer-led group a card is one’s own unless it counts in the numbers', () => {
	const body = card('peer');
	expect(body.match(/<input[^>]*checked[^>]*>\s*<span>([^<]*)/)?.[1]).toBe('Only me');
	expect(words(body)).toContain('Only you');
	expect(words(body)).toContain('Your word stays with you.');
	expect(words(body)).not.toContain('Only Dana');
});

test('S02 the card says that nobody may be reading, and offers Support', () => {
	expect(words(card('therapy'))).toContain('Nobody may be reading this now.');
	expect(card('therapy')).toMatch(/<button[^>]*>Support<\/button>/);
});

test('every mood has its words beside its picture', () => {
	expect(words(card('therapy'))).toMatch(/Very low Low So-so Good Very good/);
});

test('S10 a spread draws no counts, and counts are also a table', () => {
	const base = { step, question: 'Mood', least: 2.5, most: 10, words: [] };
	const few: GroupNumbers = { ...base, people: 4, mean: null, counts: null };
	const many: GroupNumbers = { ...base, people: 6, mean: 6.3, counts: [{ value: 5, people: 6 }] };
	const spread = render(GroupNumbersView, { props: { numbers: [few] } }).body;
	expect(words(spread)).toContain('4 people, from 2.5 (low) to 10 (very good).');
	expect(spread).not.toContain('<table');
	const counted = render(GroupNumbersView, { props: { numbers: [many] } }).body;
	expect(words(counted)).toContain('6.3 on average');
	expect(words(counted)).toContain('5 (so-so) 6');
});

test('every check-in has its question on the card, and each can be answered without dragging', () => {
	const body = card(
		'therapy',
		true,
		CHECK_INS.map(({ id }) => id)
	);
	for (const { question } of CHECK_INS) expect(words(body)).toContain(question);
	for (const name of ['From unpleasant to pleasant', 'From calm to stirred up', 'My energy']) {
		expect(body).toContain(`aria-label="${name}"`);
		expect(body).toContain(`aria-label="${name}, as a number from 0 to 10"`);
	}
});

test('S10 the card says which answers go to the facilitator alone, whatever is chosen', () => {
	const said = words(card('therapy', true, ['mood', 'homework', 'urge']));
	expect(said).toContain('Your answer about practice and your answer about an urge go to Dana alone.');
	expect(said).toContain('Only Dana and you see it, whatever you choose below.');
	expect(words(card('therapy', true, ['mood']))).not.toMatch(/alone\./);
});
