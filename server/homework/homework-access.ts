import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { GroupKind, Place } from '../../src/lib/domain/group.ts';
import type { GroupId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { canOpen } from '../../src/lib/domain/policy.ts';
import type { Groups } from '../groups/groups.ts';
import type { Access } from '../sync/access.ts';

/** Who may open what: homework has no room, so it is answered here; all else is answered by the rooms. */
export class HomeworkAccess implements Access {
	readonly #rooms: Access;
	readonly #groups: Groups;
	/** Places of those who opened homework, by group and person. */
	readonly #places = new Map<string, { place: Place; groupKind: GroupKind }>();
	readonly #lost: ((session: SessionId, person: PersonId) => void)[] = [];
	readonly #sessions = new Map<string, Set<SessionId>>();
	/** How many have lost a place: what was read meanwhile is read again. */
	#goings = 0;

	constructor(rooms: Access, groups: Groups) {
		this.#rooms = rooms;
		this.#groups = groups;
		groups.onGone((group, person) => this.#gone(group, person));
	}

	async prepare(session: SessionId, head?: DocumentHead): Promise<void> {
		if (head?.kind !== 'homework') return this.#rooms.prepare(session);
		if (!head.owner) return;
		const key = keyOf(head.group, head.owner);
		const goings = this.#goings;
		const [placement, group] = await Promise.all([
			this.#groups.placeOf(head.group, head.owner),
			this.#groups.get(head.group)
		]);
		if (goings !== this.#goings) return this.prepare(session, head);
		if (!placement || !group) return void this.#places.delete(key);
		this.#places.set(key, { place: placement.place, groupKind: group.kind });
		this.#sessions.set(key, (this.#sessions.get(key) ?? new Set()).add(session));
	}

	mayOpen(person: PersonId, how: 'read' | 'write', head: DocumentHead): boolean {
		if (head.kind !== 'homework') return this.#rooms.mayOpen(person, how, head);
		const known = this.#places.get(keyOf(head.group, person));
		if (!known) return false;
		const actor = { person, staff: false, place: known.place, standing: null, attended: false };
		const state = {
			groupKind: known.groupKind,
			locked: false,
			readable: false,
			attention: 'follow'
		} as const;
		return canOpen(actor, how, head, state);
	}

	isWithheld(person: PersonId, head: DocumentHead): boolean {
		return head.kind !== 'homework' && this.#rooms.isWithheld(person, head);
	}

	isAdmitted(session: SessionId, person: PersonId): boolean {
		return this.#rooms.isAdmitted(session, person);
	}

	mayReach(session: SessionId, one: PersonId, other: PersonId): boolean {
		return this.#rooms.mayReach(session, one, other);
	}

	maySend(session: SessionId, person: PersonId): boolean {
		return this.#rooms.maySend(session, person);
	}

	mayCaption(session: SessionId, person: PersonId): boolean {
		return this.#rooms.mayCaption(session, person);
	}

	isTogether(session: SessionId, one: PersonId, other: PersonId): boolean {
		return this.#rooms.isTogether(session, one, other);
	}

	onRegrouped(listener: (session: SessionId) => void): void {
		this.#rooms.onRegrouped(listener);
	}

	leads(session: SessionId, person: PersonId): boolean {
		return this.#rooms.leads(session, person);
	}

	onLost(listener: (session: SessionId, person: PersonId) => void): void {
		this.#rooms.onLost(listener);
		this.#lost.push(listener);
	}

	/** Whoever has lost their place has their sheets closed at once (R23). */
	#gone(group: GroupId, person: PersonId): void {
		this.#goings++;
		const key = keyOf(group, person);
		this.#places.delete(key);
		for (const session of this.#sessions.get(key) ?? []) {
			for (const listener of this.#lost) listener(session, person);
		}
		this.#sessions.delete(key);
	}
}

function keyOf(group: GroupId, person: PersonId): string {
	return `${group} ${person}`;
}
