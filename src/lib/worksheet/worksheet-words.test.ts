import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { textAt } from '#lib/domain/answer-places.ts';
import { checkOutCard } from '#lib/domain/exercises/check-out-card.ts';
import { circleOfControl } from '#lib/domain/exercises/circle-of-control.ts';
import { thoughtRecord } from '#lib/domain/exercises/thought-record.ts';
import type { PersonId, RevealId, StepId } from '#lib/domain/ids.ts';
import { readersLine, type SheetKind } from '#lib/domain/readers.ts';
import type { Reveal } from '#lib/domain/room.ts';
import RevealChoice from './RevealChoice.svelte';
import RevealedAnswers from './RevealedAnswers.svelte';
import RevealPicker from './RevealPicker.svelte';
import Worksheet from './Worksheet.svelte';

/** What a person reads on the page, in order. */
function words(body: string): string {
	return body
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.replaceAll(' .', '.');
}

const nothing = () => {};

function sheet(kind: SheetKind, more: { mayEdit?: boolean; exercise?: typeof checkOutCard } = {}) {
	const facilitators = ['Dana'];
	const line = readersLine({
		kind,
		owner: null,
		facilitatorReads: kind === 'folder' ? 'after-done' : 'no',
		facilitators,
		groupKind: 'therapy'
	});
	return render(Worksheet, {
		props: {
			doc: new Y.Doc(),
			exercise: more.exercise ?? checkOutCard,
			mayEdit: more.mayEdit ?? true,
			kind,
			readersLine: line,
			facilitators,
			saved: { state: 'saved', count: 0 },
			onprogress: nothing,
			onsupport: nothing
		}
	}).body;
}

test('S02 every private sheet says that nobody may be reading, and offers Support', () => {
	for (const kind of ['own', 'folder'] as const) {
		expect(words(sheet(kind))).toMatch(/Nobody may be reading this now\. .*Need help\? → Support\./);
		expect(sheet(kind)).toMatch(/<button[^>]*>Support<\/button>/);
	}
	expect(words(sheet('table', { exercise: circleOfControl }))).not.toContain('Nobody may be reading');
});

test('S05 a sheet that nobody else reads says that it alerts nobody, and promises no one a look', () => {
	expect(words(sheet('own'))).toContain('What you write here alerts nobody.');
	expect(words(sheet('own'))).not.toContain('Dana will see it');
	expect(words(sheet('folder'))).not.toContain('alerts nobody');
});

test('S03 S09 a rating that tells the facilitator says so before it is given', () => {
	expect(words(sheet('folder'))).toContain(
		'If you choose 3 or less, Dana will see it and may check in with you.'
	);
});

test('S09 the sheet says who reads it beside its title', () => {
	expect(words(sheet('own'))).toContain('Who reads this: Only you');
	expect(words(sheet('folder'))).toContain('Who reads this: You, and Dana after you press Done');
	expect(words(sheet('table'))).toContain('Who reads this: Everyone in the room, as you type');
});

test('a locked sheet says that the words are kept, and its texts can be read but not written', () => {
	const locked = sheet('folder', { mayEdit: false });
	expect(words(locked)).toContain('Locked for now. Your words are kept.');
	expect(locked.match(/<textarea[^>]*readonly/g)).toHaveLength(3);
	expect(locked).not.toMatch(/<textarea[^>]*disabled/);
	expect(words(sheet('folder'))).not.toContain('Locked');
});

test('S11 S12 an asked answer starts as not shown, says what no name means, and is kept only on request', () => {
	const doc = new Y.Doc();
	textAt(doc, 'situation').insert(0, 'The lunch room');
	const { body } = render(RevealPicker, {
		props: {
			doc,
			exercise: thoughtRecord,
			fields: ['situation', 'balanced'],
			facilitators: ['Dana'],
			onreveal: () => Promise.resolve({ state: 'shown' as const }),
			onpass: nothing
		}
	});
	expect(words(body)).toContain(
		'Shown only when at least three people choose this, in mixed order. Dana can see whose it is.'
	);
	expect(words(body)).toContain('The lunch room');
	expect(words(body)).toContain('You left this empty, so there is nothing to show.');
	expect(words(body)).toContain('Pass, without saying why');
	const [chosen] = body.match(/<label[^>]*><input[^>]*checked[^]*?<\/label>/) ?? [];
	expect(words(chosen ?? '')).toContain('Not this one');
	expect(words(body)).not.toContain('For how long?');
});

test('S12 a shown answer is for now only, unless its author also keeps it for the group', () => {
	const { body } = render(RevealChoice, {
		props: {
			label: 'What happened?',
			lines: ['The lunch room'],
			lead: 'Dana',
			chosen: { as: 'named', keep: false },
			outcome: null,
			onchoose: nothing
		}
	});
	const checked = (body.match(/<label[^>]*>\s*<input[^>]*>[^]*?<\/label>/g) ?? [])
		.filter((label) => /<input[^>]*checked/.test(label))
		.map((label) => words(label).trim());
	expect(checked).toEqual(['Show it with my name', 'Only now']);
});

test('S11 only my own named answers can be taken back, and one without a name shows none', () => {
	const reveal = (id: string, person: string | null): Reveal => ({
		id: id as RevealId,
		step: 'one' as StepId,
		exercise: 'thought-record',
		field: 'situation',
		label: 'What happened?',
		lines: [`words of ${id}`],
		person: person as PersonId | null,
		name: person,
		keep: false
	});
	const { body } = render(RevealedAnswers, {
		props: {
			reveals: [reveal('1', 'me'), reveal('2', 'Ben'), reveal('3', null)],
			me: 'me' as PersonId,
			ontakeback: nothing
		}
	});
	expect(body.match(/Take back/g)).toHaveLength(1);
	expect(words(body)).toMatch(/You words of 1 Take back .* Ben words of 2 Someone in the group words of 3/);
});
