import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { ANY, craftUpdate, inRoot, rightOf, values } from '../../../tests/support/crafted-update.ts';
import {
	addNote,
	ANA,
	ana,
	ANAS_OTHER_PAGE,
	beginBoard,
	BEN,
	ben,
	content,
	lea,
	noteOf,
	page,
	send,
	words
} from '../../../tests/support/guarded-board.ts';

beforeEach(beginBoard);

describe('P25 on a board, what is another’s stays as it is', () => {
	const ben_ = page(BEN);

	test('adding beside it', () => {
		expect(send(ben, ben_(addNote('b', 'his')))).toBe('admitted');
		expect(words()).toEqual({ a: { text: 'mine' }, b: { text: 'his' } });
	});

	test('deleting it', () =>
		expect(
			send(
				ben,
				page(BEN)((doc) => doc.getMap('notes').delete('a'))
			)
		).toBe('foreign-delete'));
	test('overwriting it', () =>
		expect(send(ben, page(BEN)(addNote('a', 'stolen')))).toBe('foreign-overwrite'));
	test('writing in it', () =>
		expect(
			send(
				ben,
				page(BEN)((doc) => noteOf(doc, 'a').set('colour', 'red'))
			)
		).toBe('foreign-type'));
	test('emptying it', () =>
		expect(
			send(
				ben,
				page(BEN)((doc) => noteOf(doc, 'a').delete('text'))
			)
		).toBe('foreign-delete'));

	test('overwriting it without naming what stood there', () => {
		const update = craftUpdate([
			{ client: 2 ** 32 - 1, clock: 0, structs: [inRoot('notes', ANY, values('stolen'), 'a')] }
		]);
		expect(send(ben, update)).toBe('foreign-overwrite');
		expect(words()).toEqual({ a: { text: 'mine' } });
	});

	test('overwriting it by standing to its right', () => {
		const update = craftUpdate([
			{ client: BEN, clock: 0, structs: [rightOf([ANA, 0], ANY, values('stolen'))] }
		]);
		expect(send(ben, update)).toBe('foreign-overwrite');
	});

	test.each(['shapes', 'groups'])(
		'%s: another’s is neither replaced, deleted nor signed for (R57)',
		(map) => {
			const put = (key: string, by: PersonId | null) => (doc: Y.Doc) =>
				void doc.getMap(map).set(key, { by, sheet: '1', things: [] });
			expect(send(ana, page(ANA)(put('hers', ana)))).toBe('admitted');
			expect(send(ben, page(BEN)(put('hers', ben)))).toBe('foreign-overwrite');
			expect(
				send(
					ben,
					page(BEN)((doc) => doc.getMap(map).delete('hers'))
				)
			).toBe('foreign-delete');
			expect(send(ben, page(BEN)(put('his', ana)))).toBe('foreign-name');
			const blind = craftUpdate([
				{ client: BEN, clock: 0, structs: [inRoot(map, ANY, values('stolen'), 'hers')] }
			]);
			expect(send(ben, blind)).toBe('foreign-overwrite');
			// One who leads may take it away, but not draw in her name.
			expect(send(lea, page(33)(put('hers', ana)))).toBe('foreign-name');
			expect(send(ana, page(ANAS_OTHER_PAGE)(put('hers', ana)))).toBe('admitted');
			expect(
				send(
					lea,
					page(33)((doc) => doc.getMap(map).delete('hers'))
				)
			).toBe('admitted');
		}
	);

	test('R57 where a shape of another lies is for those who lead to say, and its author', () => {
		const move = (doc: Y.Doc) => void doc.getMap('moves').set(`hers ${ben}`, { x: 1, y: 1, sheet: '1' });
		expect(send(ben, page(BEN)(move))).toBe('leaders-only');
		expect(send(lea, page(33)(move))).toBe('admitted');
	});

	test('the server’s own notes are nobody’s to delete', () => {
		content.change(addNote('shown', 'by consent'));
		expect(
			send(
				ben,
				page(BEN)((doc) => doc.getMap('notes').delete('shown'))
			)
		).toBe('foreign-delete');
		expect(
			send(
				lea,
				page(33)((doc) => doc.getMap('notes').delete('shown'))
			)
		).toBe('admitted');
	});

	test('what the server put there in a person’s name is theirs, and nobody else’s', () => {
		content.change((doc) => {
			addNote('flipped', 'by consent')(doc);
			noteOf(doc, 'flipped').set('by', ben);
			doc.getMap('strokes').set('s', { by: ben, turn: 1 });
		});
		const rewrite = (doc: Y.Doc) => noteOf(doc, 'flipped').set('text', 'rewritten');
		const erase = (doc: Y.Doc) => doc.getMap('strokes').delete('s');
		expect(send(ana, page(ANAS_OTHER_PAGE)(rewrite))).toBe('foreign-type');
		expect(send(ana, page(ANAS_OTHER_PAGE)(erase))).toBe('foreign-delete');
		// Another's name in a note of one's own gives nobody anything.
		expect(
			send(
				ana,
				page(ANA)((doc) => noteOf(doc, 'a').set('by', ben))
			)
		).toBe('foreign-name');
		expect(send(ben, page(BEN)(rewrite))).toBe('admitted');
		expect(send(ben, page(BEN)(erase))).toBe('admitted');
		expect(
			send(
				ben,
				page(BEN)((doc) => doc.getMap('notes').delete('flipped'))
			)
		).toBe('admitted');
	});

	test('a facilitator may change it, and its author may still delete it then', () => {
		expect(
			send(
				lea,
				page(33)((doc) => noteOf(doc, 'a').set('text', 'moved'))
			)
		).toBe('admitted');
		expect(
			send(
				ana,
				page(ANAS_OTHER_PAGE)((doc) => doc.getMap('notes').delete('a'))
			)
		).toBe('admitted');
		expect(words()).toEqual({});
	});

	test('what is written into a note while its author deletes it is dropped, not refused', () => {
		const late = page(33)((doc) => noteOf(doc, 'a').set('text', 'late'));
		expect(
			send(
				ana,
				page(ANAS_OTHER_PAGE)((doc) => doc.getMap('notes').delete('a'))
			)
		).toBe('admitted');
		expect(send(lea, late)).toBe('admitted');
		expect(words()).toEqual({});
	});

	test('on a sheet filled in together anyone may change anything', () => {
		expect(
			send(
				ben,
				page(BEN)((doc) => doc.getMap('notes').delete('a')),
				'table'
			)
		).toBe('admitted');
	});
});

describe('P28 P29 what one who leads has locked', () => {
	const LOCKED = '4423';
	const LEA = 33;
	const stroke = { by: ana, turn: 1, sheet: '1' };
	beforeEach(() => {
		expect(
			send(
				ana,
				page(ANA)((doc) => {
					doc.getMap('strokes').set('line', stroke);
					doc.getMap('shapes').set('box', { by: ana, sheet: '1' });
				})
			)
		).toBe('admitted');
		expect(
			send(
				lea,
				page(LEA)((doc) => ['a', 'line', 'box'].forEach((id) => doc.getMap('locks').set(id, true)))
			)
		).toBe('admitted');
	});

	test.each<[string, (doc: Y.Doc) => unknown]>([
		['writing in it', (doc) => noteOf(doc, 'a').set('text', 'changed')],
		['emptying it', (doc) => noteOf(doc, 'a').delete('text')],
		['putting another in its place', addNote('a', 'another')],
		['replacing a shape', (doc) => doc.getMap('shapes').set('box', { by: ana, sheet: '2' })],
		['replacing a line', (doc) => doc.getMap('strokes').set('line', { ...stroke, turn: 2 })],
		[
			'taking it back and putting another in its place',
			(doc) => {
				doc.getMap('notes').delete('a');
				addNote('a', 'another')(doc);
			}
		],
		['going on with a line', (doc) => doc.getMap('strokes').set('line.1', stroke)]
	])('%s is refused, also from its author', (_what, change) => {
		expect(
			send(
				ana,
				page(ANAS_OTHER_PAGE)((doc) => void change(doc))
			)
		).toBe(LOCKED);
		expect(words()).toEqual({ a: { text: 'mine' } });
	});

	test.each([
		['notes', 'a'],
		['shapes', 'box'],
		['strokes', 'line']
	])('S12 its author takes it back whole: in %s', (kind, key) => {
		expect(
			send(
				ben,
				page(BEN)((doc) => doc.getMap(kind).delete(key))
			)
		).toBe('foreign-delete');
		expect(
			send(
				ana,
				page(ANAS_OTHER_PAGE)((doc) => doc.getMap(kind).delete(key))
			)
		).toBe('admitted');
		expect(content.doc.getMap(kind).has(key)).toBe(false);
	});

	test('overwriting it by standing to its right is refused, too', () => {
		const update = craftUpdate([
			{ client: ANAS_OTHER_PAGE, clock: 0, structs: [rightOf([ANA, 0], ANY, values('changed'))] }
		]);
		expect(send(ana, update)).toBe(LOCKED);
	});

	test('nobody but those who lead locks or unlocks', () => {
		const unlock = (doc: Y.Doc) => doc.getMap('locks').delete('a');
		expect(send(ana, page(ANAS_OTHER_PAGE)(unlock))).toBe('foreign-delete');
		expect(
			send(
				ben,
				page(BEN)((doc) => void doc.getMap('locks').set('b', true))
			)
		).toBe('leaders-only');
		expect(send(lea, page(LEA + 1)(unlock))).toBe('admitted');
		expect(
			send(
				ana,
				page(ANAS_OTHER_PAGE)((doc) => noteOf(doc, 'a').set('text', 'changed'))
			)
		).toBe('admitted');
	});

	test('beside it everyone goes on, and one who leads may change it', () => {
		expect(send(ben, page(BEN)(addNote('b', 'his')))).toBe('admitted');
		expect(
			send(
				lea,
				page(LEA + 1)((doc) => noteOf(doc, 'a').set('text', 'by lea'))
			)
		).toBe('admitted');
	});
});
