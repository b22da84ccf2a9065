import * as Y from 'yjs';
import type { DocumentKind } from '../../../src/lib/domain/documents.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { refuse } from './breach.ts';
import type { Placement } from './placement.ts';
import { AUTHOR_KEY } from './scan-value.ts';

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
		if (owners.get(at.id.client) === person || isHandedTo(at, person, owners)) return true;
	}
	return false;
}

/** What the server itself put there in a person's name is theirs: a note of theirs that was flipped, for one (P25). */
function isHandedTo(item: Y.Item, person: PersonId, owners: Owners): boolean {
	if (owners.has(item.id.client) || (item.parent as Y.AbstractType<unknown> | null)?._item) return false;
	if (item.content instanceof Y.ContentAny) return authorIn(item.content.arr[0]) === person;
	if (!(item.content instanceof Y.ContentType)) return false;
	const author = item.content.type._map.get(AUTHOR_KEY);
	return author !== undefined && !owners.has(author.id.client) && author.content.getContent()[0] === person;
}

const authorIn = (value: unknown) =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[AUTHOR_KEY] : undefined;
