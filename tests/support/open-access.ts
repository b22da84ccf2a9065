import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { Access } from '../../server/sync/access.ts';

export interface OpenAccess extends Access {
	/** Decides from now on; everyone may do everything until it is set. */
	decide: (person: PersonId, how: 'read' | 'write', head: DocumentHead) => boolean;
	/** What attention alone keeps from a person; nothing until it is set. */
	withhold: (person: PersonId, head: DocumentHead) => boolean;
	leaders: Set<PersonId>;
	/** Who was agreed on to type captions, and who is elsewhere than the others. */
	typists: Set<PersonId>;
	apart: Set<PersonId>;
	lose(session: SessionId, person: PersonId): void;
}

/** Rights that a test sets by hand. */
export function openAccess(): OpenAccess {
	const listeners: ((session: SessionId, person: PersonId) => void)[] = [];
	const leaders = new Set<PersonId>();
	const typists = new Set<PersonId>();
	const apart = new Set<PersonId>();
	const access: OpenAccess = {
		decide: () => true,
		leaders,
		typists,
		apart,
		prepare: () => Promise.resolve(),
		mayOpen: (person, how, head) => access.decide(person, how, head),
		withhold: () => false,
		isWithheld: (person, head) => access.withhold(person, head),
		isAdmitted: () => true,
		mayReach: () => true,
		maySend: () => true,
		mayCaption: (_session, person) => typists.has(person),
		isTogether: (_session, one, other) => apart.has(one) === apart.has(other),
		onRegrouped: () => undefined,
		leads: (_session, person) => leaders.has(person),
		onLost: (listener) => void listeners.push(listener),
		lose: (session, person) => {
			for (const listener of listeners) listener(session, person);
		}
	};
	return access;
}
