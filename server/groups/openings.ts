import type { Group } from '../../src/lib/domain/group.ts';
import type { GroupId } from '../../src/lib/domain/ids.ts';
import type { Opening } from '../../src/lib/domain/join-request.ts';
import type { Ground } from '../app.ts';
import { deleteOpening, openingOf, openings, putOpening } from '../store/join-requests.ts';
import type { Asker } from './actor.ts';
import type { Groups } from './groups.ts';
import type { Leader } from './leaders.ts';

/** A group that is open, as strangers see it. */
export interface OpenGroup extends Opening {
	group: Pick<Group, 'id' | 'name' | 'kind' | 'focus'>;
	leaders: Leader[];
	placesLeft: number;
}

/** Groups that their facilitators show to strangers, who may ask to join (S18). None is shown by itself. */
export class Openings {
	readonly #ground: Ground;
	readonly #groups: Groups;

	constructor(ground: Ground, groups: Groups) {
		this.#ground = ground;
		this.#groups = groups;
	}

	/** Every group that strangers may ask to join now and that has a place left. */
	async openGroups(): Promise<OpenGroup[]> {
		const rows = await openings(this.#ground.store.db);
		const found = await Promise.all(rows.map((row) => this.openGroup(row.group_id)));
		return found.filter((one) => one !== null).filter((one) => one.placesLeft > 0);
	}

	/** The group as strangers see it; null when it is not open. */
	async openGroup(id: GroupId): Promise<OpenGroup | null> {
		const [group, opening] = await Promise.all([this.#groups.get(id), this.opening(id)]);
		if (!group || !opening) return null;
		const [leaders, people] = await Promise.all([this.#groups.leadersOf(group), this.#groups.placements(id)]);
		const { name, kind, focus, capacity } = group;
		const placesLeft = Math.max(0, capacity - people.length);
		return { ...opening, group: { id, name, kind, focus }, leaders, placesLeft };
	}

	async opening(group: GroupId): Promise<Opening | null> {
		const row = await openingOf(this.#ground.store.db, group);
		const { vault } = this.#ground;
		return row ? { words: vault.openText(`group:${group}`, openingPlace(group), row.words_sealed) } : null;
	}

	/** Lets strangers see the group and ask to join it; null closes it again. */
	async setOpening(asker: Asker, group: GroupId, opening: Opening | null): Promise<void> {
		await this.#groups.allow(asker, 'group.open-door', group);
		const { store, vault, now } = this.#ground;
		const statement = opening
			? putOpening(store.db, {
					group_id: group,
					words_sealed: vault.sealText(`group:${group}`, openingPlace(group), opening.words),
					opened_at: now()
				})
			: deleteOpening(store.db, group);
		const detail = opening ? 'open' : 'closed';
		await store.writer.commit(
			[statement],
			[{ person: asker.person, action: 'group.open-door', object: `group:${group}`, detail }]
		);
	}
}

const openingPlace = (group: GroupId) => `group_opening|words|${group}`;
