import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';

/** Who may do what in a session's room, from its live state. Sync and signalling ask it. */
export interface Access {
	/** Loads a session's live state, so that the questions below can be answered at once; of a document, what it asks. */
	prepare(session: SessionId, head?: DocumentHead): Promise<void>;
	/** Asked for every message (R32). */
	mayOpen(person: PersonId, how: 'read' | 'write', head: DocumentHead): boolean;
	/** Whether the group's attention alone keeps the document from the person, for now. */
	isWithheld(person: PersonId, head: DocumentHead): boolean;
	/** Whether the person is in the room now: what the call may reach (R36). */
	isAdmitted(session: SessionId, person: PersonId): boolean;
	/** Whether media may pass between two people now: both in the room, on the same side of it, and not parted by Focus. */
	mayReach(session: SessionId, one: PersonId, other: PersonId): boolean;
	/** Whether the person may send voice and pictures: observers only receive. */
	maySend(session: SessionId, person: PersonId): boolean;
	/** Whether the person was agreed on to type captions, and is in the room to do so. */
	mayCaption(session: SessionId, person: PersonId): boolean;
	/** Whether two people are in the same place of the session now: with the group, in one breakout, or aside. */
	isTogether(session: SessionId, one: PersonId, other: PersonId): boolean;
	/** Told when who may reach whom has changed in a session. */
	onRegrouped(listener: (session: SessionId) => void): void;
	/** Whether the person leads the session's group. */
	leads(session: SessionId, person: PersonId): boolean;
	/** Told when a person is no longer admitted. */
	onLost(listener: (session: SessionId, person: PersonId) => void): void;
}
