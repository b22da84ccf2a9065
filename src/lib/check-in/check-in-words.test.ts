import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
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

function card(groupKind: GroupKind, hasGroup = true): string {
	const props = { doc: new Y.Doc(), step, hasGroup, groupKind, facilitators: ['Dana'] };
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
