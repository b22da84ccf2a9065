import { leads, type Group } from '../../src/lib/domain/group.ts';
import type { GroupId } from '../../src/lib/domain/ids.ts';
import { can } from '../../src/lib/domain/policy.ts';
import { keysOf, type Programme } from '../../src/lib/domain/programmes/programme.ts';
import { PROGRAMMES, programmeNamed } from '../../src/lib/domain/programmes/programmes.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { isTherapyOnly } from '../../src/lib/domain/therapy-only.ts';
import type { Ground } from '../app.ts';
import { actorIn, type Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { endProgramme, keepProgramme, programmeOf } from '../store/group-programmes.ts';
import type { OwnProgrammes } from './own-programmes.ts';

/** The programme that a group follows, and how far it has come. */
export interface Followed {
	programme: Programme;
	/** The sessions of it that are planned or were held, by their key. */
	planned: number[];
	/** The key of the next one to plan; null when all are. */
	next: number | null;
}

interface Needs {
	groups: Groups;
	schedule: Pick<Schedule, 'ofGroup'>;
	own: Pick<OwnProgrammes, 'list' | 'followedBy'>;
}

const placeOf = (group: GroupId) => `group_programme|programme|${group}`;

/** Which programmes groups follow. */
export class GroupProgrammes {
	readonly #ground: Ground;
	readonly #needs: Needs;

	constructor(ground: Ground, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	/**
	 * The programmes that a group may follow: those that ship, the asker's own and those shared with them, and the one
	 * that it follows. In a peer group none with something that it is not offered (S14).
	 */
	async offered(asker: Asker, group: Group): Promise<Programme[]> {
		const actor = await actorIn(this.#needs.groups, asker, group.id);
		const state = { groupKind: group.kind, locked: false, readable: false, attention: 'follow' } as const;
		const known = [...PROGRAMMES, ...(await this.#needs.own.list(asker))];
		const followed = (await this.of(group.id))?.programme;
		const all = known.some(({ id }) => id === followed?.id) || !followed ? known : [...known, followed];
		return all.filter(({ parts }) => {
			if (parts.length === 0) return false;
			const therapyOnly = parts.some(({ steps }) => isTherapyOnly(steps));
			return can(actor, 'exercise.use', { therapyOnly }, state);
		});
	}

	/** Has the group follow a programme from now on, or none. Throws Refusal. */
	async choose(asker: Asker, group: GroupId, id: string | null): Promise<void> {
		const known = await this.#needs.groups.allow(asker, 'group.manage', group);
		const offered = await this.offered(asker, known);
		if (id !== null && !offered.some((one) => one.id === id)) {
			throw new Refusal('not-allowed', 'This programme is not offered to this group.', 'programme');
		}
		const { store, vault, now } = this.#ground;
		const statement =
			id === null
				? endProgramme(store.db, group)
				: keepProgramme(store.db, {
						group_id: group,
						programme_sealed: vault.sealText(`group:${group}`, placeOf(group), id),
						since: now()
					});
		const event = { person: asker.person, action: 'group.programme', object: `group:${group}` };
		await store.writer.commit([statement], [event]);
	}

	async of(group: GroupId): Promise<Followed | null> {
		const { store, vault } = this.#ground;
		const row = await programmeOf(store.db, group);
		const id = row && vault.openText(`group:${group}`, placeOf(group), row.programme_sealed);
		const programme = id ? (programmeNamed(id) ?? (await this.#own(group, id))) : null;
		if (!programme) return null;
		const keys = keysOf(programme);
		const sessions = await this.#needs.schedule.ofGroup(group);
		const planned = sessions.flatMap(({ state, plan: { from } }) =>
			state !== 'cancelled' && from?.programme === programme.id && keys.includes(from.part) ? [from.part] : []
		);
		return { programme, planned, next: keys.find((one) => !planned.includes(one)) ?? null };
	}

	/** Of somebody's own: followed while it is shared, or while its maker leads the group. */
	async #own(group: GroupId, id: string): Promise<Programme | null> {
		const places = await this.#needs.groups.placements(group);
		const leaders = places.filter(({ place }) => leads(place)).map(({ person }) => person);
		return this.#needs.own.followedBy(leaders, id);
	}
}
