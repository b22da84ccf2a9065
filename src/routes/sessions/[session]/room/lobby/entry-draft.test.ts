import { expect, test } from 'vitest';
import type { ContactCard } from '#lib/protocol/commands.ts';
import { EntryDraft } from './entry-draft.svelte.ts';

const last: ContactCard = {
	alias: 'Ana',
	emergencyName: 'Ana Ruiz',
	address: 'Calle Mayor 1, Madrid',
	country: 'ES',
	phone: '+34 600 000 000',
	emergencyContact: { name: 'Luis', phone: '+34 611 111 111' },
	alone: true
};

test('S13 what was given last time is there again, so that nothing has to be typed', () => {
	const draft = new EntryDraft(last, 'Ana', 'GB');
	expect(draft.card).toEqual(last);
	expect(['you', 'place', 'contact'].every((part) => draft.check(part as 'you'))).toBe(true);
});

test('S13 the first time everything is asked, and what is missing is said by its field', () => {
	const draft = new EntryDraft(null, 'Ana', 'GB');
	expect(draft.check('you')).toBe(false);
	expect(Object.keys(draft.errors)).toEqual(['emergencyName', 'phone']);
	expect(draft.check('place')).toBe(false);
	expect(Object.keys(draft.errors)).toEqual(['address', 'alone']);
	expect(draft.check('contact')).toBe(false);
	expect(Object.keys(draft.errors)).toEqual(['emergencyContact.name', 'emergencyContact.phone']);
});

test('being alone is asked, and No is an answer', () => {
	const draft = new EntryDraft({ ...last, alone: false }, 'Ana', 'GB');
	expect(draft.check('place')).toBe(true);
});

test('a refusal of the server leads back to the field it is about', () => {
	const draft = new EntryDraft(last, 'Ana', 'GB');
	expect(draft.refuse('card.emergencyContact.phone', 'Too short.')).toBe('contact');
	expect(draft.errors).toEqual({ 'emergencyContact.phone': 'Too short.' });
	expect(draft.refuse('card.address', 'Missing.')).toBe('place');
});
