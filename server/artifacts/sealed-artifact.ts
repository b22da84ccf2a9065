import type { Artifact, ArtifactBody, ArtifactHead } from '../../src/lib/domain/artifact.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import type { ArtifactTable } from '../store/schema.ts';
import type { Scope, Vault } from '../vault/vault.ts';

/** What is to be kept. `authors` says whose each item of it is; nobody reads that, only its author is known again. */
export interface Draft extends Omit<ArtifactHead, 'kind' | 'withdrawnAt'> {
	title: string;
	body: ArtifactBody;
	authors: ReadonlyMap<string, PersonId>;
}

/** What a row's sealed body holds. */
export interface Kept {
	body: ArtifactBody;
	/** By item: a keyed hash that only its author's id makes again (S11). */
	marks: Record<string, string>;
}

type Place = Pick<ArtifactTable, 'id' | 'audience' | 'owner' | 'group_id'>;

/** The mark of an item's author: it says nothing to anyone who reads it. */
export function markOf(vault: Vault, item: string, person: PersonId): string {
	return vault.fingerprint('artifact-author', `${item}|${person}`);
}

export function sealDraft(vault: Vault, draft: Draft): ArtifactTable {
	const place: Place = {
		id: newId(),
		audience: draft.audience,
		owner: draft.owner,
		group_id: draft.group
	};
	const marks = Object.fromEntries(
		[...draft.authors].map(([item, person]) => [item, markOf(vault, item, person)])
	);
	return {
		...place,
		series: draft.id,
		version: draft.version,
		session: draft.session,
		step: draft.step,
		kind: draft.body.kind,
		readers: JSON.stringify(draft.readers),
		title_sealed: vault.sealText(scopeOf(place), `artifact|title|${place.id}`, draft.title),
		body_sealed: sealKept(vault, place, { body: draft.body, marks }),
		created_at: draft.capturedAt,
		withdrawn_at: draft.body.kind === 'withdrawn' ? draft.capturedAt : null
	};
}

export function sealKept(vault: Vault, place: Place, kept: Kept): Uint8Array {
	return vault.sealJson(scopeOf(place), `artifact|body|${place.id}`, kept);
}

export function openKept(vault: Vault, row: ArtifactTable): Kept {
	return vault.openJson<Kept>(scopeOf(row), `artifact|body|${row.id}`, row.body_sealed);
}

export function openTitle(vault: Vault, row: ArtifactTable): string {
	return vault.openText(scopeOf(row), `artifact|title|${row.id}`, row.title_sealed);
}

export function headOf(row: ArtifactTable): ArtifactHead {
	return {
		id: row.series,
		version: row.version,
		session: row.session,
		group: row.group_id,
		step: row.step,
		kind: row.kind,
		audience: row.audience,
		owner: row.owner,
		readers: JSON.parse(row.readers) as PersonId[],
		capturedAt: row.created_at,
		withdrawnAt: row.withdrawn_at
	};
}

/** The artifact as `reader` sees it: what is theirs in it is known by its mark, and the marks stay behind. */
export function openArtifact(vault: Vault, row: ArtifactTable, reader: PersonId): Artifact {
	const { body, marks } = openKept(vault, row);
	const mine = Object.keys(marks).filter((item) => marks[item] === markOf(vault, item, reader));
	return { ...headOf(row), title: openTitle(vault, row), body, mine };
}

function scopeOf({ audience, owner, group_id }: Omit<Place, 'id'>): Scope {
	if (owner) return `person:${owner}`;
	return audience === 'leaders' ? `staff:${group_id}` : `group:${group_id}`;
}
