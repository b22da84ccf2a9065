import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { LinkNote } from './link-note.ts';
import { REPEATED_AT, ToldNotes } from './told-notes.ts';

const ana = 'ana' as PersonId;
const proof = { round: 'round', commit: 'commit', nonce: null };
const heard: LinkNote = { hears: true, sees: false, gaps: 0, most: '360p', picture: 'none', proof };

/** What is told of the same note at so many samples: whole, short, or not at all. */
function said(told: ToldNotes, note: LinkNote, samples: number): string[] {
	return Array.from({ length: samples }, () => {
		const one = told.worthSaying(ana, note);
		return one ? (one.proof ? 'whole' : 'short') : '';
	});
}

test('what has changed is told at once and whole; what has not, at every third sample, and whole now and then', () => {
	const told = new ToldNotes();
	expect(said(told, heard, 13)).toEqual([
		...['whole', '', '', 'short', '', '', 'short', '', '', 'short', '', ''],
		'whole'
	]);
	expect(said(told, { ...heard, hears: false }, 2)).toEqual(['whole', '']);
	expect(said(told, { ...heard, proof: { ...proof, nonce: 'nonce' } }, 2)).toEqual(['whole', '']);
});

test('who has come anew is told all, though nothing has changed for me', () => {
	const told = new ToldNotes();
	said(told, heard, REPEATED_AT);
	told.forget(ana);
	expect(said(told, heard, 1)).toEqual(['whole']);
});
