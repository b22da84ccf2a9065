import { leads } from '../../src/lib/domain/group.ts';
import { newId, parseId, type PersonId, type ProgrammeId } from '../../src/lib/domain/ids.ts';
import { can, type Action, type Actor } from '../../src/lib/domain/policy.ts';
import {
	withoutPart,
	withPart,
	withPartBack,
	withPartMoved,
	withPartNamed,
	type OwnProgramme
} from '../../src/lib/domain/programmes/own-programme.ts';
import type { Part } from '../../src/lib/domain/programmes/programme.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { actorIn, type Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import { InOrder } from '../in-order.ts';
import {
	deleteProgramme,
	insertProgramme,
	programmeById,
	programmesFor,
	updateProgramme
} from '../store/own-programmes.ts';
import type { Statement } from '../store/writer.ts';
import { PartSources, type SourceNeeds } from './part-sources.ts';
import { openProgramme, sealProgramme } from './sealed-programme.ts';

export type ProgrammeWish = Pick<OwnProgramme, 'title' | 'summary' | 'minutes' | 'shared'>;

/** Programmes that facilitators make of their own plans: one's own, and those that are shared in the practice. */
export class OwnProgrammes {
	readonly sources: PartSources;
	readonly #ground: Ground;
	readonly #groups: Groups;
	/** Each change is made to what the one before it left. */
	readonly #changes = new InOrder();

	constructor(ground: Ground, needs: SourceNeeds) {
		this.#ground = ground;
		this.#groups = needs.groups;
		this.sources = new PartSources(needs);
	}

	async make(asker: Asker, wish: ProgrammeWish): Promise<ProgrammeId> {
		if (!allowed(await this.#actor(asker), 'programme.make')) {
			throw new Refusal('not-allowed', 'Programmes are made by those who lead groups.');
		}
		const { store, vault, now } = this.#ground;
		const id: ProgrammeId = newId();
		const made: OwnProgramme = {
			...{ ...wish, id, owner: asker.person },
			...{ parts: [], lastKey: 0, removed: null }
		};
		const row = { id, owner: asker.person, ...sealProgramme(vault, made), created_at: now() };
		await this.#commit(asker, 'programme.make', id, insertProgramme(store.db, row));
		return id;
	}

	/** The asker's own and those that are shared with them. */
	async list(asker: Asker): Promise<OwnProgramme[]> {
		const actor = await this.#actor(asker);
		const rows = await programmesFor(this.#ground.store.db, asker.person);
		return rows.map((row) => openProgramme(this.#ground.vault, row)).filter((one) => mayUse(actor, one));
	}

	/** The programme, when the asker may change it. One that is not theirs is as unknown as one that never was (R21). */
	async allow(asker: Asker, id: ProgrammeId): Promise<OwnProgramme> {
		const row = await programmeById(this.#ground.store.db, id);
		const found = row && openProgramme(this.#ground.vault, row);
		const actor = await this.#actor(asker);
		if (!found || !mayUse(actor, found)) throw new Refusal('not-found', 'There is no such programme.');
		if (!allowed(actor, 'programme.change', found)) {
			throw new Refusal('not-allowed', 'Only whoever made this programme can change it.');
		}
		return found;
	}

	/** The programme that a group with these leaders follows: a shared one, or one that a leader of it made. */
	async followedBy(leaders: readonly PersonId[], id: string): Promise<OwnProgramme | null> {
		const known = parseId<'programme'>(id);
		const row = known && (await programmeById(this.#ground.store.db, known));
		if (!row || (row.shared !== 1 && !leaders.includes(row.owner))) return null;
		return openProgramme(this.#ground.vault, row);
	}

	change(asker: Asker, id: ProgrammeId, wish: ProgrammeWish): Promise<OwnProgramme> {
		return this.#change(asker, id, (before) => ({ ...before, ...wish }));
	}

	/** Puts a copy of a plan at the end; `from` names it (`PartSources`). Throws Refusal. */
	async add(asker: Asker, id: ProgrammeId, from: string): Promise<OwnProgramme> {
		await this.allow(asker, id);
		const part = await this.sources.part(asker, from);
		return this.#change(asker, id, (before) => withPart(before, part));
	}

	/** Moves a session by one place; at either end it stays, and the answer is null. */
	async move(asker: Asker, id: ProgrammeId, key: number, by: -1 | 1): Promise<OwnProgramme | null> {
		let moved: OwnProgramme | null = null;
		await this.#change(asker, id, (before) => {
			moved = withPartMoved(before, key, by);
			return moved ?? before;
		});
		return moved;
	}

	take(asker: Asker, id: ProgrammeId, key: number): Promise<OwnProgramme> {
		return this.#change(asker, id, (before) => withoutPart(before, key));
	}

	putBack(asker: Asker, id: ProgrammeId): Promise<OwnProgramme> {
		return this.#change(asker, id, withPartBack);
	}

	name(
		asker: Asker,
		id: ProgrammeId,
		{ key, ...words }: { key: number } & Pick<Part, 'title' | 'aim'>
	): Promise<OwnProgramme> {
		return this.#change(asker, id, (before) => withPartNamed(before, key, words));
	}

	/** Groups that follow it follow none then; what was planned from it stays. */
	async remove(asker: Asker, id: ProgrammeId): Promise<void> {
		await this.allow(asker, id);
		await this.#commit(asker, 'programme.remove', id, deleteProgramme(this.#ground.store.db, id));
	}

	#change(asker: Asker, id: ProgrammeId, how: (before: OwnProgramme) => OwnProgramme): Promise<OwnProgramme> {
		return this.#changes.do(async () => {
			const after = how(await this.allow(asker, id));
			const { store, vault } = this.#ground;
			const statement = updateProgramme(store.db, id, sealProgramme(vault, after));
			await this.#commit(asker, 'programme.change', id, statement);
			return after;
		});
	}

	/** What the asker is to programmes: whoever leads a group may use those that are shared. */
	async #actor(asker: Asker): Promise<Actor> {
		const mine = await this.#groups.mine(asker.person);
		const led = mine.find(({ placement }) => leads(placement.place));
		return actorIn(this.#groups, asker, led?.group.id ?? null);
	}

	#commit(asker: Asker, action: string, id: ProgrammeId, statement: Statement): Promise<void> {
		const event = { person: asker.person, action, object: `programme:${id}` };
		return this.#ground.store.writer.commit([statement], [event]);
	}
}

function mayUse(actor: Actor, one: OwnProgramme): boolean {
	return allowed(actor, one.shared ? 'programme.use-shared' : 'programme.use-own', one);
}

function allowed(actor: Actor, action: Action, { owner }: { owner?: PersonId } = {}): boolean {
	const state = { groupKind: 'therapy', locked: false, readable: false, attention: 'follow' } as const;
	return can(actor, action, owner ? { owner } : {}, state);
}
