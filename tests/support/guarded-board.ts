import { expect } from 'vitest';
import * as Y from 'yjs';
import { Content } from '../../server/sync/content.ts';
import { admitUpdate } from '../../server/sync/guard/admit-update.ts';
import { ProtocolError } from '../../server/sync/protocol-error.ts';
import type { DocumentHead, DocumentKind } from '../../src/lib/domain/documents.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';

/** A board behind the guard, and people who send it updates as no browser of ours would (R57). */

export const ana = newId<'person'>();
export const ben = newId<'person'>();
export const lea = newId<'person'>();
export const ANA = 11;
export const ANAS_OTHER_PAGE = 12;
export const BEN = 22;

/** What stands on the board, anew for each test. */
export let content: Content;
let mayWrite: boolean;

/** What the guard says of an update, applied when it lets it through. */
export function send(person: PersonId, update: Uint8Array, kind: DocumentKind = 'board'): string {
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
export function page(client: number) {
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

export const addNote = (key: string, words: string) => (doc: Y.Doc) => {
	const note = new Y.Map<unknown>();
	note.set('text', words);
	doc.getMap('notes').set(key, note);
};
export const noteOf = (doc: Y.Doc, key: string) => doc.getMap('notes').get(key) as Y.Map<unknown>;
export const words = () => content.doc.getMap('notes').toJSON();

/** Ana's note stands on a board where everyone may write; before each test. */
export function beginBoard(): void {
	mayWrite = true;
	content = new Content([], new Map());
	expect(send(ana, page(ANA)(addNote('a', 'mine')))).toBe('admitted');
}

/** From now on nobody may write. */
export function lock(): void {
	mayWrite = false;
}
