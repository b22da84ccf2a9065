import type { DocumentHead, DocumentKind } from './documents.ts';
import type { GroupKind } from './group.ts';
import type { FacilitatorReads, SharingMode } from './plan.ts';
import type { Progress } from './room.ts';

/** The documents a worksheet can stand in. */
export type SheetKind = Extract<DocumentKind, 'own' | 'folder' | 'table'>;

/**
 * Where a step's sheet stands, which settles who can read it: one sheet for all, the member's folder when the plan says
 * that a facilitator reads it, otherwise what is the member's own. S14: the host of a peer group reads no folder.
 */
export function sheetKind(step: {
	sharing: SharingMode;
	facilitatorReads: FacilitatorReads;
	groupKind: GroupKind;
}): SheetKind {
	if (step.sharing === 'together') return 'table';
	return step.facilitatorReads === 'no' || step.groupKind === 'peer' ? 'own' : 'folder';
}

export interface SheetReaders {
	kind: SheetKind;
	/** The name of whose sheet it is, or null when it is the reader's own. */
	owner: string | null;
	facilitatorReads: FacilitatorReads;
	/** The facilitators named when the sheet was opened, as a member knows them. */
	facilitators: readonly string[];
	groupKind: GroupKind;
}

/** S09: one sentence that names the real readers of a sheet, in step with the policy. */
export function readersLine({
	kind,
	owner,
	facilitatorReads,
	facilitators,
	groupKind
}: SheetReaders): string {
	if (kind === 'table') return 'Everyone in the room, as you type';
	const nobodyElse = kind === 'own' || groupKind === 'peer' || facilitators.length === 0;
	const who = owner ?? 'you';
	if (nobodyElse || facilitatorReads === 'no') return `Only ${who}`;
	const they = owner ? 'they' : 'you';
	return facilitatorReads === 'as-you-type'
		? `${capital(listed([who, ...facilitators]))}, as ${they} type`
		: `${capital(who)}, and ${listed(facilitators)} after ${they} press Done`;
}

/**
 * S03, S09: whether the facilitators are told of a risk answer on a sheet: as soon as they may read it, and when its author
 * says that they are stuck with it. Until then an answer that was tapped in a sheet of one's own is one's own.
 */
export function tellsRisks(
	{ kind, readsWhen }: Pick<DocumentHead, 'kind' | 'readsWhen'>,
	progress: Progress | null
): boolean {
	if (kind !== 'folder') return false;
	return readsWhen === 'as-you-type' || progress === 'done' || progress === 'stuck';
}

/** 'Dana', 'Dana and Alex', 'Dana, Alex and Kim'. */
export function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
