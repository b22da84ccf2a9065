import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';

export interface Compaction {
	number: number;
	updates: Uint8Array[];
}

export interface Compacted {
	snapshot: Uint8Array;
	stateVector: Uint8Array;
}

const port = parentPort!;

port.on('message', ({ number, updates }: Compaction) => {
	try {
		port.postMessage({ number, ...compact(updates) });
	} catch (error) {
		port.postMessage({ number, failed: String(error) });
	}
});

/** Through a Y.Doc, which collects garbage; `Y.mergeUpdates` on thousands is quadratic and keeps deleted text. */
function compact(updates: Uint8Array[]): Compacted {
	const doc = read(updates);
	const snapshot = Y.encodeStateAsUpdate(doc);
	const again = read([snapshot]);
	const isSame =
		Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again)) &&
		doc.store.pendingStructs === null &&
		again.store.pendingStructs === null;
	if (!isSame) throw new Error('The snapshot does not say what the log says.');
	return { snapshot, stateVector: Y.encodeStateVector(doc) };
}

function read(updates: Uint8Array[]): Y.Doc {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	return doc;
}
