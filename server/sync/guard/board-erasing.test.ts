import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '../../../src/lib/domain/board.ts';
import { letAllErase, letOwnersErase } from '../../../src/lib/domain/board-erasing.ts';
import { addNote, moveNote, wordsOf } from '../../../src/lib/domain/board-notes.ts';
import { addShape } from '../../../src/lib/domain/board-shape.ts';
import { addStroke, pieceKey, putPiece } from '../../../src/lib/domain/board-strokes.ts';
import { newId } from '../../../src/lib/domain/ids.ts';
import { ana, beginBoard, ben, content, lea, page, send } from '../../../tests/support/guarded-board.ts';

/** What each of Ana's things on the first sheet stands under. */
let hers: { strokes: string; notes: string; shapes: string };
/** A note of hers on another sheet. */
let elsewhere: string;
let client = 100;

const LOCKED = '4423';
const OTHER_SHEET = 'other';
const spot = { x: 100, y: 100 };
const points: [number, number, number][] = [
	[100, 100, 0.5],
	[200, 100, 0.5]
];
const line = { by: ana, sheet: '1', pen: 'ink' as const, width: 8, marker: false, turn: 1 };

/** What the guard says when somebody does this to their copy of the board. */
const does = (who: typeof ana, change: (doc: Y.Doc) => void) => send(who, page(++client)(change));
const erases =
	(kind: keyof typeof hers, id = hers[kind]) =>
	(doc: Y.Doc) =>
		doc.getMap(kind).delete(id);
const allow = (doc: Y.Doc) => letAllErase(boardDocument(doc), '1');
const withdraw = (doc: Y.Doc) => letOwnersErase(boardDocument(doc), '1');

beforeEach(() => {
	beginBoard();
	const drawn = does(ana, (doc) => {
		const board = boardDocument(doc);
		const note = { by: ana, kind: 'note' as const, spot, words: 'hers' };
		const strokes = addStroke(board, { ...line, ink: { points, pressed: false } });
		putPiece(board, pieceKey(strokes, 1), { ...line, ink: { points, pressed: false } });
		hers = {
			strokes,
			notes: addNote(board, { ...note, sheet: '1' }),
			shapes: addShape(board, {
				...{ by: ana, kind: 'ellipse', stamp: null, pen: 'ink', angle: 0, sheet: '1', spot },
				...{ span: { x: 50, y: 50 }, from: null, to: null }
			})
		};
		elsewhere = addNote(board, { ...note, sheet: OTHER_SHEET });
	});
	expect(drawn).toBe('admitted');
});

describe('P38 a member erases only their own unless who leads allows it', () => {
	const kinds = ['strokes', 'notes', 'shapes'] as const;

	test.each(kinds)('%s: not before it is allowed, then whole and for everyone', (kind) => {
		expect(does(ben, erases(kind))).toBe('foreign-delete');
		expect(does(lea, allow)).toBe('admitted');
		expect(does(ben, erases(kind))).toBe('admitted');
		expect(content.doc.getMap(kind).has(hers[kind])).toBe(false);
	});

	test('nobody but those who lead allows it, or withdraws it', () => {
		expect(does(ben, allow)).toBe('leaders-only');
		expect(does(lea, allow)).toBe('admitted');
		expect(does(ben, withdraw)).toBe('foreign-delete');
	});

	test('it is of one sheet: what lies on another stays', () => {
		expect(does(lea, allow)).toBe('admitted');
		expect(does(ben, erases('notes', elsewhere))).toBe('foreign-delete');
		// Where who leads has put it counts.
		const bringOver = (doc: Y.Doc) =>
			moveNote(boardDocument(doc), elsewhere, { ...spot, sheet: '1', mover: lea });
		expect(does(lea, bringOver)).toBe('admitted');
		expect(does(ben, erases('notes', elsewhere))).toBe('admitted');
	});

	test('a thing of one’s own under the same key says nothing about where another’s lies', () => {
		const allowElsewhere = (doc: Y.Doc) => letAllErase(boardDocument(doc), OTHER_SHEET);
		expect(does(lea, allowElsewhere)).toBe('admitted');
		const decoy = (doc: Y.Doc) =>
			addNote(boardDocument(doc), {
				...{ id: hers.strokes, by: ben, kind: 'note', spot, sheet: OTHER_SHEET }
			});
		expect(does(ben, (doc) => void decoy(doc))).toBe('admitted');
		expect(does(ben, erases('strokes'))).toBe('foreign-delete');
	});

	test('it lets nobody change, empty, overwrite or sign what is another’s', () => {
		expect(does(lea, allow)).toBe('admitted');
		const note = (doc: Y.Doc) => doc.getMap('notes').get(hers.notes) as Y.Map<unknown>;
		expect(does(ben, (doc) => void note(doc).set('tint', 'sky'))).toBe('foreign-type');
		expect(does(ben, (doc) => note(doc).delete('words'))).toBe('foreign-delete');
		expect(does(ben, (doc) => wordsOf(boardDocument(doc), hers.notes)!.delete(0, 1))).toBe('foreign-delete');
		expect(does(ben, (doc) => void doc.getMap('shapes').set(hers.shapes, { by: ben, sheet: '1' }))).toBe(
			'foreign-overwrite'
		);
		const replaced = (doc: Y.Doc) => {
			doc.getMap('strokes').delete(hers.strokes);
			doc.getMap('strokes').set(hers.strokes, { ...line, by: ben });
		};
		expect(does(ben, replaced)).toBe('foreign-overwrite');
		const group = (doc: Y.Doc) => void doc.getMap('groups').set('g', { by: ana, things: [] });
		expect(does(ana, group)).toBe('admitted');
		expect(does(ben, (doc) => doc.getMap('groups').delete('g'))).toBe('foreign-delete');
		expect(
			does(ana, (doc) => void doc.getMap('sheets').set('s', { by: ana, template: 'blank', turn: 1 }))
		).toBe('admitted');
		expect(does(ben, (doc) => doc.getMap('sheets').delete('s'))).toBe('foreign-delete');
	});

	test.each(kinds)('%s: what is locked or put away stays, and so does all on a sheet that is', (kind) => {
		expect(does(lea, allow)).toBe('admitted');
		for (const [map, key] of [
			['locks', hers[kind]],
			['hidden', hers[kind]],
			['hidden', '1']
		] as const) {
			expect(does(lea, (doc) => void doc.getMap(map).set(key, true))).toBe('admitted');
			expect(does(ben, erases(kind)), map).toBe(LOCKED);
			expect(does(lea, (doc) => doc.getMap(map).delete(key))).toBe('admitted');
		}
		expect(does(ben, erases(kind))).toBe('admitted');
	});

	test('once withdrawn it is over: what was erased in the meantime is refused gently, and its author is still the only one', () => {
		expect(does(lea, allow)).toBe('admitted');
		const late = page(++client)(erases('notes'));
		expect(does(lea, withdraw)).toBe('admitted');
		expect(send(ben, late)).toBe(LOCKED);
		expect(does(newId<'person'>(), erases('notes'))).toBe(LOCKED);
		expect(content.doc.getMap('notes').has(hers.notes)).toBe(true);
		expect(does(ana, erases('notes'))).toBe('admitted');
	});

	test('notes without a name, which the server wrote, can be cleared away too', () => {
		content.change((doc) => {
			addNote(boardDocument(doc), { id: 'flipped', by: null, kind: 'note', spot, sheet: '1', words: 'x' });
		});
		expect(does(ben, erases('notes', 'flipped'))).toBe('foreign-delete');
		expect(does(lea, allow)).toBe('admitted');
		expect(does(ben, erases('notes', 'flipped'))).toBe('admitted');
	});
});
