import type { Place, Placement } from '../../src/lib/domain/group.ts';
import type { GroupId, PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { groupById, placeIn, placesIn, takeSeat } from '../store/groups.ts';
import { WriteConflict, type AuditEvent, type Statement } from '../store/writer.ts';
import { openPlacement, sealAlias } from './sealed-group.ts';

export interface Newcomer {
	group: GroupId;
	person: PersonId;
	place: Exclude<Place, 'facilitator'>;
	alias: string;
}

/** Two people who join in the same instant want the same chair: the second looks again. */
const TRIES = 5;

/**
 * Gives a newcomer the lowest free chair, or their old one when it is still free. Chair 0 is the facilitator's.
 * Whether there is room is decided inside the unit that takes the chair (R24).
 */
export async function giveSeat(
	ground: Ground,
	newcomer: Newcomer,
	alongside: { statements?: Statement[]; events?: AuditEvent[] }
): Promise<Placement> {
	const { group, person, place, alias } = newcomer;
	const { store, vault, now } = ground;
	for (let tries = 1; ; tries += 1) {
		const seat = await freeSeat(ground, newcomer);
		const alias_sealed = sealAlias(vault, group, person, alias);
		const row = { group_id: group, person, place, alias_sealed, seat, since: now(), left_at: null };
		const joined = { person, action: 'group.join', object: `group:${group}`, detail: place };
		try {
			await store.writer.commit(
				[takeSeat(store.db, row), ...(alongside.statements ?? [])],
				[joined, ...(alongside.events ?? [])]
			);
			return openPlacement(vault, row);
		} catch (error) {
			if (!(error instanceof WriteConflict) || tries === TRIES) throw error;
		}
	}
}

/** Throws Refusal when there is none, the person has one, or their name is someone else's. */
async function freeSeat(ground: Ground, { group, person, alias }: Newcomer): Promise<number> {
	const { db } = ground.store;
	const [known, rows, old] = await Promise.all([
		groupById(db, group),
		placesIn(db, group),
		placeIn(db, group, person)
	]);
	if (!known || known.archived_at !== null) throw new Refusal('not-found', 'There is no such group.');
	const everyone = rows.map((row) => openPlacement(ground.vault, row));
	if (everyone.some((one) => one.person === person)) {
		throw new Refusal('conflict', 'You are in this group already.');
	}
	if (everyone.length >= known.capacity) {
		throw new Refusal('conflict', 'This group is full. Please ask its facilitator.');
	}
	if (everyone.some((one) => sounds(one.alias) === sounds(alias))) {
		throw new Refusal('conflict', 'Someone in this group has this name. Please choose another.', 'alias');
	}
	const taken = new Set(everyone.map((one) => one.seat));
	if (old && old.seat > 0 && !taken.has(old.seat)) return old.seat;
	let seat = 1;
	while (taken.has(seat)) seat += 1;
	return seat;
}

function sounds(name: string): string {
	return name.trim().normalize('NFKC').toLocaleLowerCase();
}
