import type { BreakoutId, DocumentId, GroupId, PersonId, SessionId, StepId } from './ids.ts';

/**
 * A document has one audience: everyone who may read it may read all of it. So privacy is by document.
 * `room`, `desk`, `door`, `line` and `talk` are written by the server alone, on commands.
 */
export type DocumentKind =
	'room' | 'desk' | 'door' | 'board' | 'table' | 'talk' | 'folder' | 'line' | 'own' | 'notes' | 'homework';

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
	'room',
	'desk',
	'door',
	'board',
	'table',
	'talk',
	'folder',
	'line',
	'own',
	'notes',
	'homework'
];

/** When the facilitators named on a folder may read it (S09). */
export type ReadsWhen = 'as-you-type' | 'after-done';

/** What is known of a document without opening it. */
export interface DocumentHead {
	id: DocumentId;
	kind: DocumentKind;
	group: GroupId;
	session: SessionId;
	/** The member whose folder, line, own, door or homework it is; the facilitator whose notes they are. */
	owner: PersonId | null;
	/** The step or the homework it was opened for; null for the room's own documents. */
	step: StepId | null;
	/** The breakout whose people alone, with the facilitators, read it; null for the whole group's. */
	breakout: BreakoutId | null;
	/** The facilitators named when a folder was opened; fixed from then on (S09). */
	readers: PersonId[];
	readsWhen: ReadsWhen;
}
