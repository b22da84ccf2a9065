import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { OwnActs } from '../../src/lib/board/own-acts.ts';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { boardJson } from '../../src/lib/domain/board-json.ts';
import { addShape, removeShape } from '../../src/lib/domain/board-shape.ts';
import { addStroke, removeStroke, strokesOf } from '../../src/lib/domain/board-strokes.ts';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import { documentRow, snapshotsOf } from '../../server/store/documents.ts';
import { DocumentLog } from '../../server/sync/document-log.ts';
import { synced } from '../support/stock-client.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

/** Every byte that is stored of a board while its session goes on, opened: its log and all its snapshots. */
async function storedBytes(head: DocumentHead): Promise<{ bytes: Buffer; snapshots: number }> {
	const { updates } = await new DocumentLog(harness.ground, head).read();
	const { db } = harness.ground.store;
	const row = await documentRow(db, head.id);
	const snapshots = await snapshotsOf(db, head.id, row!.epoch);
	return { bytes: Buffer.concat(updates), snapshots: snapshots.length };
}

/** Ink whose packed bytes are found again: nobody else draws this. */
const inkOf = (from: number) => ({
	points: Array.from({ length: 12 }, (_, step): [number, number, number] => [
		from + step * 7,
		31 + step,
		0.5
	]),
	pressed: false
});

test('S12 a line and a shape that are erased are in no update, no snapshot, no join and no export while the session goes on; their author’s undo still brings them back', async () => {
	const [ana, ben] = [newId<'person'>(), newId<'person'>()];
	const head = await harness.make('board');
	const hers = harness.stock(ana, head.id);
	await synced(hers);
	const board = boardDocument(hers.doc);
	const acts = new OwnActs(hers.doc);
	const line = { by: ana, sheet: '1', pen: 'plum' as const, width: 8, marker: false, turn: 1 };
	const box = { by: ana, kind: 'picture' as const, stamp: null, pen: 'plum' as const, angle: 0, sheet: '1' };
	const gone = addStroke(board, { ...line, ink: inkOf(101) });
	const kept = addStroke(board, { ...line, ink: inkOf(501) });
	const shape = addShape(board, {
		...{ ...box, picture: newId<'picture'>(), alt: 'erased-canary', spot: { x: 90, y: 90 } },
		...{ span: { x: 80, y: 80 }, from: null, to: null }
	});
	const bytesOf = (id: string) => Buffer.from((board.strokes.get(id) as { bytes: Uint8Array }).bytes);
	const [goneInk, keptInk] = [bytesOf(gone), bytesOf(kept)];
	const holds = ({ bytes }: { bytes: Buffer }) =>
		[goneInk, 'erased-canary', keptInk].map((canary) => bytes.includes(canary));
	await vi.waitFor(async () => expect(holds(await storedBytes(head))).toEqual([true, true, true]), 10_000);

	acts.act(() => {
		removeStroke(board, gone);
		removeShape(board, shape);
	});
	await vi.waitFor(async () => expect(holds(await storedBytes(head))).toEqual([false, false, true]), 20_000);
	expect((await storedBytes(head)).snapshots).toBe(1);

	const late = harness.stock(ben, head.id);
	await synced(late);
	expect(holds({ bytes: Buffer.from(Y.encodeStateAsUpdate(late.doc)) })).toEqual([false, false, true]);
	const json = await harness.server.documents.read(head.id, (doc) => boardJson(doc, { template: 'blank' }));
	expect(json.sheets[0]!.strokes).toHaveLength(1);
	expect(json.sheets[0]!.shapes).toEqual([]);

	acts.undo();
	await vi.waitFor(() => expect(strokesOf(boardDocument(late.doc))).toHaveLength(2), 10_000);
	await vi.waitFor(async () => expect(holds(await storedBytes(head))).toEqual([true, true, true]), 10_000);
}, 60_000);

test('what is only changed or moved makes nothing to scrub', async () => {
	const ana = newId<'person'>();
	const head = await harness.make('board');
	const hers = harness.stock(ana, head.id);
	await synced(hers);
	const { doc } = hers;
	const epoch = async () => (await documentRow(harness.ground.store.db, head.id))!.epoch;
	const before = await epoch();
	doc.getMap('shapes').set('a', { by: ana, sheet: '1', x: 1 });
	doc.getMap('shapes').set('a', { by: ana, sheet: '1', x: 2 });
	await vi.waitFor(async () => expect((await storedBytes(head)).bytes.length).toBeGreaterThan(0), 10_000);
	await new Promise((resolve) => setTimeout(resolve, 6_000));
	expect(await epoch()).toBe(before);
	doc.getMap('shapes').delete('a');
	await vi.waitFor(async () => expect(await epoch()).toBe(before + 1), 20_000);
}, 60_000);
