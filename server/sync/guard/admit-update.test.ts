import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
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
import {
	addNote,
	ANA,
	ana,
	ANAS_OTHER_PAGE,
	beginBoard,
	BEN,
	ben,
	content,
	lock,
	noteOf,
	page,
	send
} from '../../../tests/support/guarded-board.ts';
import { CLIENTS_OF_A_PERSON } from './guard-limits.ts';

beforeEach(beginBoard);

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

describe('P13 where one may only read', () => {
	beforeEach(lock);
	test('an empty step 2 is taken', () => expect(send(ben, new Uint8Array([0, 0]))).toBe('nothing new'));
	test('a lock refuses gently', () => expect(send(ben, page(BEN)(addNote('b', 'late')))).toBe('4423'));
	test('what the server alone writes is a breach', () =>
		expect(send(ben, page(BEN)(addNote('b', 'fake')), 'room')).toBe('read-only'));
	test('so is what would rest on something missing', () => {
		const update = craftUpdate([{ client: BEN, clock: 5, structs: [collected(1)] }]);
		expect(send(ben, update, 'room')).toBe('read-only');
	});
});
