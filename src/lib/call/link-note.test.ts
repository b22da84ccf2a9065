import { expect, test } from 'vitest';
import { parseLinkNote } from './link-note.ts';

const note = {
	hears: true,
	sees: false,
	gaps: 0.02,
	most: '180p',
	picture: 'moving'
};

test('a note from a peer is read, and nothing else is', () => {
	expect(parseLinkNote(JSON.stringify(note))).toEqual(note);
	const others = [
		'',
		'{}',
		'x'.repeat(600),
		JSON.stringify({ ...note, gaps: 7 }),
		JSON.stringify({ ...note, most: '4k' }),
		new ArrayBuffer(4),
		null
	];
	expect(others.map(parseLinkNote)).toEqual(others.map(() => null));
});
