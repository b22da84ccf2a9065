import { tick } from 'svelte';
import type { Flag } from '#lib/domain/room.ts';
import type { RoomView } from '../room-view.svelte.ts';

/** Brings the card of a flag before whoever leads: the panel may be away, or scrolled elsewhere. */
export async function lookAtFlag({ id }: Pick<Flag, 'id'>, view: RoomView): Promise<void> {
	view.showLead();
	await tick();
	const card = document.getElementById(`flag-${id}`);
	card?.scrollIntoView({ block: 'start' });
	card?.focus();
}
