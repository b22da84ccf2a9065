import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentHead, DocumentKind } from '../../../src/lib/domain/documents.ts';
import { newId, type PersonId } from '../../../src/lib/domain/ids.ts';
import {
	ANY,
	collected,
	craftUpdate,
	gap,
	inRoot,
	inType,
	number,
	rightOf,
	STRING,
	text,
	TYPE,
	values
} from '../../../tests/support/crafted-update.ts';
import { Content } from '../content.ts';
import { ProtocolError } from '../protocol-error.ts';
import { admitUpdate } from './admit-update.ts';
import { CLIENTS_OF_A_PERSON } from './guard-limits.ts';

const ana = newId<'person'>();
const ben = newId<'person'>();
const lea = newId<'person'>();
const ANA = 11;
const ANAS_OTHER_PAGE = 12;
const BEN = 22;

let content: Content;
let mayWrite: boolean;

/** What the guard says of an update, applied when it lets it through. */
function send(person: PersonId, update: Uint8Array, kind: DocumentKind = 'board'): string {
	const sender = { person, mayWrite: () => mayWrite, leads: () => person === lea };
	try {
		const admitted = admitUpdate(update, sender, { head: { kind } as DocumentHead, content, size: 0 });
		if (typeof admitted === 'string') return admitted;
		content.apply(update);
		for (const [client, owner] of admitted.claims) content.owners.set(client, owner);
		expect(content.hasGaps).toBe(false);
		return 'admitted';
	} catch (error) {
		if (error instanceof ProtocolError) return error.breach ?? String(error.code);
		throw error;
	}
}

/** A page of a person: its own copy, and what it changes as an update. */
function page(client: number) {
	const doc = new Y.Doc();
	doc.clientID = client;
	return (change: (doc: Y.Doc) => void) => {
		Y.applyUpdate(doc, content.diff());
		const before = Y.encodeStateVector(doc);
		const updates: Uint8Array[] = [];
		doc.on('update', (update: Uint8Array) => updates.push(update));
		doc.transact(() => change(doc));
		return updates.length > 0 ? Y.mergeUpdates(updates) : Y.encodeStateAsUpdate(doc, before);
	};
}

const addNote = (key: string, words: string) => (doc: Y.Doc) => {
	const note = new Y.Map<unknown>();
	note.set('text', words);
	doc.getMap('notes').set(key, note);
};
const noteOf = (doc: Y.Doc, key: string) => doc.getMap('notes').get(key) as Y.Map<unknown>;
const words = () => content.doc.getMap('notes').toJSON();

beforeEach(() => {
	mayWrite = true;
	content = new Content([], new Map());
	expect(send(ana, page(ANA)(addNote('a', 'mine')))).toBe('admitted');
});

describe('R57 P20 what is not well formed is refused', () => {
	test.each([
		['nothing', new Uint8Array([])],
		['a cut update', craftUpdate([{ client: BEN, clock: 0, structs: [collected(1)] }]).subarray(0, 4)],
		['bytes after the end', new Uint8Array([0, 0, 0])],
		['a number that never ends', new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1])],
		[
			'text that is not UTF-8',
			craftUpdate([
				{
					client: BEN,
					clock: 0,
					structs: [inRoot('x', STRING, (e) => e.cbuf.set([1, 0xff], (e.cpos += 2) - 2))]
				}
			])
		],
		[
			'the same client twice',
			craftUpdate([
				{ client: BEN, clock: 0, structs: [collected(1)] },
				{ client: BEN, clock: 0, structs: [collected(1)] }
			])
		]
	])('%s', (_what, update) => expect(send(ben, update)).toBe('malformed'));

	test('ten bytes that would make Yjs allocate 264 MB cost nothing', () => {
		const update = craftUpdate([{ client: BEN, clock: 0, structs: [], claimed: 33_000_000 }]);
		expect(update.length).toBeLessThan(12);
		const before = process.memoryUsage().heapUsed;
		expect(send(ben, update)).toBe('malformed');
		expect(process.memoryUsage().heapUsed - before).toBeLessThan(1_000_000);
	});

	test('an array that claims a billion values costs nothing', () => {
		const claim = (encoder: Parameters<typeof text extends (...a: never[]) => infer W ? W : never>[0]) => {
			number(1)(encoder);
			encoder.cbuf[encoder.cpos++] = 117;
			number(1_000_000_000)(encoder);
		};
		expect(send(ben, craftUpdate([{ client: BEN, clock: 0, structs: [inRoot('x', ANY, claim)] }]))).toBe(
			'malformed'
		);
	});
});

describe('R57 P21 only what the product uses is taken', () => {
	const holding = (structs: Parameters<typeof craftUpdate>[0][number]['structs']) =>
		send(ben, craftUpdate([{ client: BEN, clock: 0, structs }]));

	test.each([
		['JSON of old', 2],
		['an embed', 5],
		['formatting', 6],
		['a document within', 9],
		['an unknown kind', 21]
	])('%s is refused', (_what, holds) => expect(holding([inRoot('x', holds, text('{}'))])).toBe('content'));

	test('XML is refused', () => expect(holding([inRoot('x', TYPE, number(4))])).toBe('content'));
	test('a gap written out is refused', () => expect(holding([gap(5)])).toBe('content'));
	test('a bigint is refused', () => expect(holding([inRoot('x', ANY, values(5n))])).toBe('content'));
	test('an empty string is refused', () =>
		expect(holding([inRoot('x', STRING, text(''))])).toBe('empty-struct'));
	test('a collected nothing is refused', () => expect(holding([collected(0)])).toBe('empty-struct'));
	test('a clock beyond counting is refused', () => expect(holding([collected(2 ** 40)])).toBe('too-many'));

	test('values nested too deep are refused', () => {
		let deep: unknown = 1;
		for (let n = 0; n < 18; n++) deep = [deep];
		expect(holding([inRoot('x', ANY, values(deep))])).toBe('too-deep');
	});

	test('types nested too deep are refused, in one update or in many', () => {
		const down = Array.from({ length: 17 }, (_, n) => inType([BEN, n], TYPE, number(0)));
		expect(holding([inRoot('x', TYPE, number(0)), ...down])).toBe('too-deep');
		expect(holding([inRoot('x', TYPE, number(0)), ...down.slice(0, 15)])).toBe('admitted');
		const next = craftUpdate([{ client: BEN, clock: 16, structs: [inType([BEN, 15], TYPE, number(0))] }]);
		expect(send(ben, next)).toBe('too-deep');
	});

	test('P26 more named types than the product could use are refused', () => {
		const many = Array.from({ length: 70 }, (_, n) => inRoot(`root ${n}`, ANY, values(1)));
		expect(holding(many)).toBe('too-many');
	});
});

describe('R57 P22 keys that reach into an object’s ancestry are refused', () => {
	const key = (structs: Parameters<typeof craftUpdate>[0][number]['structs']) =>
		send(ben, craftUpdate([{ client: BEN, clock: 0, structs }]));
	test.each(['__proto__', 'constructor', 'prototype'])('%s', (name) => {
		expect(key([inRoot(name, ANY, values(1))])).toBe('key');
		expect(key([inRoot('notes', ANY, values(1), name)])).toBe('key');
		expect(key([inRoot('x', ANY, values(JSON.parse(`{"${name}":1}`)))])).toBe('key');
	});
	test('a key as long as a page', () =>
		expect(key([inRoot('x', ANY, values(1), 'k'.repeat(300))])).toBe('key'));
});

describe('R57 P23 a client id belongs to one person', () => {
	test('thirteen bytes cannot silence another: only they may advance their clock', () => {
		const clock = Y.getState(content.doc.store, ANA);
		const update = craftUpdate([{ client: ANA, clock, structs: [collected(1_000_000)] }]);
		expect(update.length).toBeLessThan(14);
		expect(send(ben, update)).toBe('foreign-client');
		expect(
			send(
				ana,
				page(ANAS_OTHER_PAGE)((doc) => noteOf(doc, 'a').set('text', 'still mine'))
			)
		).toBe('admitted');
	});

	test('the server’s own client id cannot be taken', () => {
		content.change((doc) => doc.getMap('meta').set('x', 1));
		const { clientID } = content.doc;
		const update = craftUpdate([{ client: clientID, clock: 1, structs: [collected(1)] }]);
		expect(send(ben, update)).toBe('foreign-client');
	});

	test('two pages of one person may write in one update', () => {
		const update = craftUpdate([
			{ client: BEN, clock: 0, structs: [inRoot('x', ANY, values(1))] },
			{ client: BEN + 1, clock: 0, structs: [rightOf([BEN, 0], ANY, values(2))] }
		]);
		expect(send(ben, update)).toBe('admitted');
		expect(content.doc.getArray('x').toJSON()).toEqual([1, 2]);
	});

	test('P26 one person cannot fill a document with client ids, in one update or in many', () => {
		const sections = Array.from({ length: 33 }, (_, n) => ({
			...{ client: 1000 + n, clock: 0 },
			structs: [collected(1)]
		}));
		expect(send(ben, craftUpdate(sections))).toBe('too-many');
		for (let client = 2000; client < 2000 + CLIENTS_OF_A_PERSON; client++) {
			expect(send(ben, craftUpdate([{ client, clock: 0, structs: [collected(1)] }]))).toBe('admitted');
		}
		expect(send(ben, craftUpdate([{ client: 9000, clock: 0, structs: [collected(1)] }]))).toBe('too-many');
	});
});

describe('R57 P24 nothing is parked', () => {
	const one = (clock: number, struct: ReturnType<typeof collected>) =>
		send(ben, craftUpdate([{ client: BEN, clock, structs: [struct] }]));
	const MISSING = 'rests on what is missing';

	test('a gap in one’s own clock', () => expect(one(5, collected(1))).toBe(MISSING));
	test('a neighbour that is not there', () =>
		expect(one(0, rightOf([ANA, 99], ANY, values(1)))).toBe(MISSING));
	test('a neighbour of a client that is not there', () =>
		expect(one(0, rightOf([77, 0], ANY, values(1)))).toBe(MISSING));
	test('a parent that is not there', () => expect(one(0, inType([ANA, 99], ANY, values(1)))).toBe(MISSING));
	test('a deletion of what is not there', () =>
		expect(send(ben, craftUpdate([], [{ client: BEN, clock: 0, length: 3 }]))).toBe(MISSING));
	test('a struct beside itself', () => expect(one(0, rightOf([BEN, 0], ANY, values(1)))).toBe('circular'));
	test('a parent that is no type', () => expect(one(0, inType([ANA, 1], ANY, values(1)))).toBe('no-parent'));

	test('two structs that wait for each other', () => {
		const update = craftUpdate([
			{ client: BEN, clock: 0, structs: [rightOf([BEN + 1, 0], ANY, values(1))] },
			{ client: BEN + 1, clock: 0, structs: [rightOf([BEN, 0], ANY, values(1))] }
		]);
		expect(send(ben, update)).toBe('circular');
	});

	test('what is already known adds nothing, deletions included', () => {
		const remove = page(ANAS_OTHER_PAGE)((doc) => noteOf(doc, 'a').delete('text'));
		expect(send(ana, remove)).toBe('admitted');
		expect(send(ana, remove)).toBe('nothing new');
		expect(send(ben, content.diff())).toBe('nothing new');
		expect(send(ben, new Uint8Array([0, 0]))).toBe('nothing new');
	});
});

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

describe('P13 where one may only read', () => {
	beforeEach(() => void (mayWrite = false));
	test('an empty step 2 is taken', () => expect(send(ben, new Uint8Array([0, 0]))).toBe('nothing new'));
	test('a lock refuses gently', () => expect(send(ben, page(BEN)(addNote('b', 'late')))).toBe('4423'));
	test('what the server alone writes is a breach', () =>
		expect(send(ben, page(BEN)(addNote('b', 'fake')), 'room')).toBe('read-only'));
	test('so is what would rest on something missing', () => {
		const update = craftUpdate([{ client: BEN, clock: 5, structs: [collected(1)] }]);
		expect(send(ben, update, 'room')).toBe('read-only');
	});
});
