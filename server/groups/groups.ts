import type { Group, GroupKind, Placement } from '../../src/lib/domain/group.ts';
import { newId, type GroupId, type PersonId } from '../../src/lib/domain/ids.ts';
import { ACTION_POLICY, can, type Action } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { isLicenceValid } from '../../src/lib/domain/practice.ts';
import { People } from '../accounts/people.ts';
import type { Ground } from '../app.ts';
import {
	endPlace,
	groupById,
	groupsOf,
	insertGroup,
	insertPlace,
	placesIn,
	updateCapacity,
	updateGroup
} from '../store/groups.ts';
import { WriteConflict, type AuditEvent, type Statement } from '../store/writer.ts';
import { actorIn, type Asker } from './actor.ts';
import { leadersAmong, type Leader } from './leaders.ts';
import { openGroup, openPlacement, sealAftercare, sealAlias, sealWords } from './sealed-group.ts';
import { giveSeat, type Newcomer } from './seats.ts';

export interface GroupWish {
	name: string;
	kind: GroupKind;
	focus: string;
	capacity: number;
	agreements: string[];
	/** The name the group knows its facilitator by. */
	alias: string;
}

/** What of a group can be changed; aftercare that is not given stays. */
export type GroupChange = Omit<Group, 'id' | 'kind' | 'aftercare'> & Partial<Pick<Group, 'aftercare'>>;

export interface MyGroup {
	group: Group;
	placement: Placement;
}

/** Rows and audit events of someone else that belong to the same unit. */
export interface Alongside {
	statements?: Statement[];
	events?: AuditEvent[];
}

/** The standing circles, and who has which place in them. */
export class Groups {
	readonly #ground: Ground;
	readonly #people: People;
	readonly #joinedListeners: ((group: GroupId) => Promise<void>)[] = [];
	readonly #goneListeners: ((group: GroupId, person: PersonId) => void)[] = [];

	constructor(ground: Ground) {
		this.#ground = ground;
		this.#people = new People(ground.store, ground.vault, ground.now);
	}

	/** Makes a group whose facilitator is the asker. Throws Refusal. */
	async create(asker: Asker, wish: GroupWish): Promise<Group> {
		const state = { groupKind: wish.kind, locked: false, readable: false, attention: 'follow' } as const;
		if (!can(await actorIn(this, asker, null), 'group.create', {}, state)) {
			throw new Refusal('not-allowed', 'Only the practice’s own people can make a group.');
		}
		const { store, vault, now } = this.#ground;
		const { person } = asker;
		// S14: whoever leads a therapy group is licensed for it.
		if (wish.kind === 'therapy' && !isLicenceValid(await this.#people.licenceOf(person), now())) {
			const message = 'A therapy group needs your licence. Please put it into your account first.';
			throw new Refusal('conflict', message, 'kind');
		}
		const id: GroupId = newId();
		const { kind, capacity, alias } = wish;
		const about = { created_at: now(), archived_at: null, aftercare_sealed: null };
		const group = { id, kind, capacity, ...about, ...sealWords(vault, id, wish) };
		const alias_sealed = sealAlias(vault, id, person, alias);
		const seat = { group_id: id, person, place: 'facilitator', alias_sealed, seat: 0 } as const;
		await store.writer.commit(
			[insertGroup(store.db, group), insertPlace(store.db, { ...seat, since: now(), left_at: null })],
			[{ person, action: 'group.create', object: `group:${id}`, detail: kind }]
		);
		return openGroup(vault, group);
	}

	async get(group: GroupId): Promise<Group | null> {
		const row = await groupById(this.#ground.store.db, group);
		return row && row.archived_at === null ? openGroup(this.#ground.vault, row) : null;
	}

	/** The groups a person has a place in, oldest first. */
	async mine(person: PersonId): Promise<MyGroup[]> {
		const rows = await groupsOf(this.#ground.store.db, person);
		const found = rows.map(async (row) => {
			const placement = await this.placeOf(row.id, person);
			return placement ? [{ group: openGroup(this.#ground.vault, row), placement }] : [];
		});
		return (await Promise.all(found)).flat();
	}

	/** Who is in the group, in the order of their chairs. */
	async placements(group: GroupId): Promise<Placement[]> {
		const rows = await placesIn(this.#ground.store.db, group);
		return rows.map((row) => openPlacement(this.#ground.vault, row));
	}

	/** Who leads the group; of a therapy group with name and licence, which members may see (S14). */
	async leadersOf(group: Group): Promise<Leader[]> {
		return leadersAmong(this.#people, group, await this.placements(group.id));
	}

	async placeOf(group: GroupId, person: PersonId): Promise<Placement | null> {
		const everyone = await this.placements(group);
		return everyone.find((one) => one.person === person) ?? null;
	}

	/** The group, when the asker may do this in it. To strangers it is as unknown as one that never was (R21). */
	async allow(asker: Asker, action: Action, group: GroupId): Promise<Group> {
		const [known, actor] = await Promise.all([this.get(group), actorIn(this, asker, group)]);
		if (!known || !actor.place) throw new Refusal('not-found', 'There is no such group.');
		const mine = { owner: asker.person };
		const state = { groupKind: known.kind, locked: false, readable: false, attention: 'follow' } as const;
		if (can(actor, action, mine, state)) return known;
		const forLeaders = (ACTION_POLICY[action] as readonly string[]).includes('leader');
		throw new Refusal(
			'not-allowed',
			forLeaders ? 'Only facilitators can do this.' : 'This is not open to you.'
		);
	}

	/** Gives someone the lowest free chair. Throws Refusal when the group is full or the name is taken. */
	join(group: GroupId, person: PersonId, place: Newcomer['place'], alias: string): Promise<Placement> {
		return this.joinWith({ group, person, place, alias });
	}

	/** `join` as one unit with rows that must not be without it, such as the spent invitation (R24). */
	async joinWith(newcomer: Newcomer, alongside: Alongside = {}): Promise<Placement> {
		const placement = await giveSeat(this.#ground, newcomer, alongside);
		await Promise.all(this.#joinedListeners.map((listener) => listener(newcomer.group)));
		return placement;
	}

	/** Told when somebody has joined a group; whoever joins waits for it. */
	onJoined(listener: (group: GroupId) => Promise<void>): void {
		this.#joinedListeners.push(listener);
	}

	async setAgreements(asker: Asker, group: GroupId, agreements: string[]): Promise<void> {
		const known = await this.allow(asker, 'group.manage', group);
		const { agreements_sealed } = sealWords(this.#ground.vault, group, { ...known, agreements });
		await this.#change(asker, group, 'group.agreements', [
			updateGroup(this.#ground.store.db, group, { agreements_sealed })
		]);
	}

	/** `setAgreements` as part of another unit, such as a command of the room, which has asked the policy already. */
	changingAgreements(group: Group, agreements: string[]): Statement {
		const { agreements_sealed } = sealWords(this.#ground.vault, group.id, { ...group, agreements });
		return updateGroup(this.#ground.store.db, group.id, { agreements_sealed });
	}

	async update(asker: Asker, group: GroupId, change: GroupChange): Promise<void> {
		await this.allow(asker, 'group.manage', group);
		const { vault } = this.#ground;
		const { db } = this.#ground.store;
		const { aftercare } = change;
		try {
			await this.#change(asker, group, 'group.update', [
				updateGroup(db, group, {
					...sealWords(vault, group, change),
					...(aftercare && sealAftercare(vault, group, aftercare))
				}),
				updateCapacity(db, group, change.capacity)
			]);
		} catch (error) {
			if (!(error instanceof WriteConflict)) throw error;
			throw new Refusal('conflict', 'More people are in the group than that.', 'capacity');
		}
	}

	/** Ends someone's place. Rooms they are in let them go at once. */
	async removePerson(asker: Asker, group: GroupId, person: PersonId): Promise<void> {
		await this.allow(asker, 'group.remove-person', group);
		await this.#end(asker, group, person, 'group.remove-person');
	}

	async leave(asker: Asker, group: GroupId): Promise<void> {
		await this.allow(asker, 'group.leave', group);
		await this.#end(asker, group, asker.person, 'group.leave');
	}

	/** Told when a person has lost their place in a group. */
	onGone(listener: (group: GroupId, person: PersonId) => void): void {
		this.#goneListeners.push(listener);
	}

	async #end(asker: Asker, group: GroupId, person: PersonId, action: Action): Promise<void> {
		const placement = await this.placeOf(group, person);
		if (!placement) throw new Refusal('not-found', 'This person is not in the group.');
		if (placement.place === 'facilitator') {
			throw new Refusal('conflict', 'A group needs its facilitator, so the facilitator cannot leave it.');
		}
		const { store, now } = this.#ground;
		const detail = `person:${person}`;
		await store.writer.commit(
			[endPlace(store.db, group, person, now())],
			[{ person: asker.person, action, object: `group:${group}`, detail }]
		);
		for (const listener of this.#goneListeners) listener(group, person);
	}

	#change(asker: Asker, group: GroupId, action: string, statements: Statement[]): Promise<void> {
		return this.#ground.store.writer.commit(statements, [
			{ person: asker.person, action, object: `group:${group}` }
		]);
	}
}
