import * as Y from 'yjs';
import { DOCUMENT_POLICY } from '../../../src/lib/domain/policy.ts';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { CLOSE } from '../../../src/lib/protocol/close-codes.ts';
import { DOCUMENT_BYTES } from '../../../src/lib/protocol/limits.ts';
import type { Content } from '../content.ts';
import { ProtocolError } from '../protocol-error.ts';
import { BoardRules } from './board-rules.ts';
import { refuse } from './breach.ts';
import {
	CLIENTS_OF_A_DOCUMENT,
	CLIENTS_OF_A_PERSON,
	CLIENTS_OF_AN_UPDATE,
	STRUCTS_OF_A_DOCUMENT
} from './guard-limits.ts';
import { integrationOrder } from './integration-order.ts';
import { MAY_CHANGE, requireOwnDeletion, requireOwnPlace } from './ownership.ts';
import { Placements } from './placement.ts';
import { requireOwnSignature, requireOwnSignatureTaken } from './signatures.ts';
import { scanUpdate, type Deletion, type Section } from './scan-update.ts';

/** Who sends an update to what. */
export interface Sender {
	person: PersonId;
	mayWrite(): boolean;
	leads(): boolean;
}

/** Client ids that the update brings, each the sender's from now on. */
export interface Admitted {
	claims: [number, PersonId][];
	/** What it deletes, of what the document has. */
	gone: readonly (Y.Item | Y.GC)[];
}

interface Target {
	head: DocumentHead;
	content: Content;
	/** About how many bytes the document takes. */
	size: number;
}

/**
 * The guard (R57): decides whether an update may touch a document. Yjs trusts its peers; we do not. Throws a
 * ProtocolError for what must end the connection. What it lets through applies whole: nothing of it is parked.
 */
export function admitUpdate(
	update: Uint8Array,
	sender: Sender,
	{ head, content, size }: Target
): Admitted | 'nothing new' | 'rests on what is missing' {
	const scanned = scanUpdate(update);
	const { store } = content.doc;
	const stateOf = (client: number) => Y.getState(store, client);
	const sections = new Map<number, Section>();
	for (const section of scanned.sections) {
		if (section.end > stateOf(section.client)) sections.set(section.client, section);
	}
	const reaches = ({ client }: Deletion) => sections.get(client)?.end ?? stateOf(client);
	const isMissing =
		[...sections.values()].some(({ client, clock }) => clock > stateOf(client)) ||
		scanned.deletions.some((deletion) => deletion.clock + deletion.length > reaches(deletion));
	const deleted = isMissing ? [] : newlyDeleted(content.doc, scanned.deletions, stateOf);
	if (sections.size === 0 && deleted.length === 0 && !isMissing) return 'nothing new';

	requireWritable(sender, head);
	if (isMissing) return 'rests on what is missing';
	if (size + update.length > DOCUMENT_BYTES) throw new ProtocolError(CLOSE.TOO_LARGE, 'document is full');
	const claims = claimsOf(sections, sender.person, content);
	const order = integrationOrder(sections, stateOf);
	if (!order) return 'rests on what is missing';
	content.structs += order.length;
	if (
		content.structs > STRUCTS_OF_A_DOCUMENT &&
		content.countStructs() + order.length > STRUCTS_OF_A_DOCUMENT
	) {
		throw new ProtocolError(CLOSE.TOO_LARGE, 'document is full');
	}
	const isBound = MAY_CHANGE[head.kind] === 'own things' && !sender.leads();
	const isSigned = head.kind === 'table';
	const placements = new Placements(content.doc, sections);
	const board = head.kind === 'board' ? new BoardRules(content, sender.person) : null;
	for (const struct of order) {
		const placement = placements.of(struct);
		if (isBound) requireOwnPlace(placement, sender.person, content.owners);
		board?.requireOwnName(struct, placement);
		if (isBound) board?.requireMembersPlace(placement);
		if (isSigned) requireOwnSignature(placement, sender.person);
	}
	const gone = new Set(deleted);
	for (const struct of deleted) {
		if (isSigned) requireOwnSignatureTaken(struct, sender.person, content.doc);
		if (!isBound) continue;
		if (board) board.requireMembersDeletion(struct, gone);
		else requireOwnDeletion(struct, sender.person, content.owners);
	}
	return { claims, gone: deleted };
}

function requireWritable(sender: Sender, { kind }: DocumentHead): void {
	if (sender.mayWrite()) return;
	// A lock refuses gently; writing what the server alone writes is a breach.
	if (DOCUMENT_POLICY[kind].lockable) throw new ProtocolError(CLOSE.LOCKED, 'locked');
	throw new ProtocolError(CLOSE.READ_ONLY, 'read-only', 'read-only');
}

/** Each client id belongs to one person in a document, and an update may advance only its sender's. */
function claimsOf(
	sections: ReadonlyMap<number, Section>,
	person: PersonId,
	content: Content
): Admitted['claims'] {
	const { owners, doc } = content;
	const claims: Admitted['claims'] = [];
	for (const client of sections.keys()) {
		const owner = owners.get(client);
		if (owner === person) continue;
		// Known without an owner: the server's own.
		if (owner !== undefined || doc.store.clients.has(client) || client === doc.clientID)
			refuse('foreign-client');
		claims.push([client, person]);
	}
	if (claims.length === 0) return claims;
	const own = [...owners.values()].filter((owner) => owner === person).length;
	const isTooMany =
		sections.size > CLIENTS_OF_AN_UPDATE ||
		own + claims.length > CLIENTS_OF_A_PERSON ||
		owners.size + claims.length > CLIENTS_OF_A_DOCUMENT;
	return isTooMany ? refuse('too-many') : claims;
}

/** What the document has and the update deletes. A step 2 repeats all deletions, most of them long done. */
function newlyDeleted(
	doc: Y.Doc,
	deletions: readonly Deletion[],
	stateOf: (client: number) => number
): (Y.Item | Y.GC)[] {
	const found: (Y.Item | Y.GC)[] = [];
	for (const { client, clock, length } of deletions) {
		const end = Math.min(clock + length, stateOf(client));
		if (clock >= end) continue;
		const structs = doc.store.clients.get(client)!;
		for (let at = Y.findIndexSS(structs, clock); at < structs.length && structs[at]!.id.clock < end; at++) {
			if (!structs[at]!.deleted) found.push(structs[at] as Y.Item | Y.GC);
		}
	}
	return found;
}
