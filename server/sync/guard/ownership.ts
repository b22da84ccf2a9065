import * as Y from 'yjs';
import type { DocumentKind } from '../../../src/lib/domain/documents.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { refuse } from './breach.ts';
import type { Placement } from './placement.ts';

/**
 * What a person who may write a document may change in it. Anyone may add to a named type; a nested type belongs
 * to whoever made it. Facilitators may change anything.
 */
export const MAY_CHANGE: Record<DocumentKind, 'own things' | 'anything'> = {
	board: 'own things',
	table: 'anything',
	folder: 'anything',
	own: 'anything',
	notes: 'anything',
	homework: 'anything',
	room: 'own things',
	desk: 'own things',
	door: 'own things',
	line: 'own things',
	talk: 'own things'
};

export type Owners = ReadonlyMap<number, PersonId>;

/** Refuses a struct that is put into another's type, or in the place of another's value. */
export function requireOwnPlace(placement: Placement, person: PersonId, owners: Owners): void {
	if (placement.within === 'stored' && !belongsTo(placement.item, person, owners)) refuse('foreign-type');
	if (placement.within !== 'root' || placement.key === null) return;
	const current = placement.type?._map.get(placement.key);
	if (current && !current.deleted && !belongsTo(current, person, owners)) refuse('foreign-overwrite');
}

/** Refuses the deletion of what is not the person's, nor within anything of theirs. */
export function requireOwnDeletion(struct: Y.Item | Y.GC, person: PersonId, owners: Owners): void {
	if (struct instanceof Y.Item && !belongsTo(struct, person, owners)) refuse('foreign-delete');
}

export function belongsTo(item: Y.Item, person: PersonId, owners: Owners): boolean {
	for (let at: Y.Item | null = item; at; at = (at.parent as Y.AbstractType<unknown> | null)?._item ?? null) {
		if (owners.get(at.id.client) === person) return true;
	}
	return false;
}
