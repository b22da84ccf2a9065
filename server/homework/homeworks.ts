import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { exerciseOf } from '../../src/lib/domain/exercises/of-step.ts';
import { needsSomeoneThere } from '../../src/lib/domain/flag-receiver.ts';
import { leads, type Group, type Placement } from '../../src/lib/domain/group.ts';
import {
	isUnfinished,
	type Homework,
	type HomeworkId,
	type HomeworkProgress,
	type HomeworkWish,
	type OwnHomework,
	type SetHomework
} from '../../src/lib/domain/homework.ts';
import { type ArtifactId, type DocumentId, type GroupId, type PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import { dayOf } from '../sessions/calendar.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { artifactById } from '../store/artifacts.ts';
import {
	givePartItsSheet,
	homeworkById,
	homeworkFor,
	homeworkOf,
	partOf,
	partsOf,
	updateHomework,
	updatePart
} from '../store/homework.ts';
import type { HomeworkPartTable } from '../store/schema.ts';
import { risksIn } from '../../src/lib/domain/worksheet-risks.ts';
import { WriteConflict, type Statement } from '../store/writer.ts';
import type { Documents } from '../sync/documents.ts';
import type { HomeworkFlags } from './homework-flags.ts';
import { keepDone } from './keep-done.ts';
import { prepareHomework, type HomeworkUnit, type SettingNeeds } from './prepare-homework.ts';
import { openHomework, partFrom } from './sealed-homework.ts';

/** What a member needs to fill it in. */
export interface OpenedHomework {
	homework: OwnHomework;
	document: DocumentId;
	groupKind: Group['kind'];
	groupName: string;
	/** The facilitators it names as its readers, as the group knows them (S09). */
	readers: string[];
	facilitators: string[];
	/** Who reads what it asks about safety, and within how many hours; null when it asks nothing of the kind (S05). */
	riskReader: { name: string; withinHours: number } | null;
	/** Who opened one's contact card for what one answered, and when (S13). */
	cardOpenings: { by: string; at: number }[];
}

interface Needs extends SettingNeeds {
	schedule: Pick<Schedule, 'ofGroup' | 'get'>;
	documents: Pick<Documents, 'create' | 'head' | 'read'>;
	flags: Pick<HomeworkFlags, 'raising' | 'openingsOf'>;
}

/** What is done between sessions. */
export class Homeworks {
	readonly #ground: Ground;
	readonly #needs: Needs;

	constructor(ground: Ground, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	/** Sets an exercise for everyone in the group or for one of them. Throws Refusal. */
	async set(asker: Asker, group: GroupId, wish: HomeworkWish): Promise<HomeworkId> {
		const { id, statements, events } = await this.prepare(asker, group, wish);
		await this.#ground.store.writer.commit(statements, events);
		return id;
	}

	/** `set` as part of another unit, such as a command of the room. Throws Refusal. */
	prepare(asker: Asker, group: GroupId, wish: HomeworkWish): Promise<HomeworkUnit> {
		return prepareHomework(this.#ground, this.#needs, { asker, group, wish });
	}

	/** For those who lead: what was set, and how far each person is. */
	async ofGroup(asker: Asker, group: GroupId): Promise<SetHomework[]> {
		await this.#needs.groups.allow(asker, 'homework.set', group);
		const { store, vault } = this.#ground;
		const rows = await homeworkOf(store.db, group);
		return Promise.all(
			rows.map(async (row) => ({
				...openHomework(vault, row),
				parts: await Promise.all(
					(await partsOf(store.db, row.id)).map(async (part) => ({
						...partFrom(part),
						artifact: await this.#readableBy(asker, part)
					}))
				)
			}))
		);
	}

	/** What is set for the asker, in groups that they are still in, the soonest due first. */
	async mine(asker: Asker): Promise<OwnHomework[]> {
		const { store, vault } = this.#ground;
		const groups = new Set((await this.#needs.groups.mine(asker.person)).map(({ group }) => group.id));
		const rows = (await homeworkFor(store.db, asker.person)).filter((row) => groups.has(row.group_id));
		const found = rows.map(async (row) => {
			const part = await partOf(store.db, row.id, asker.person);
			return part ? [{ ...openHomework(vault, row), mine: partFrom(part) }] : [];
		});
		return (await Promise.all(found)).flat();
	}

	/** Opens the asker's own sheet, made the first time: its readers are settled then (S09). */
	async open(asker: Asker, id: HomeworkId): Promise<OpenedHomework> {
		const { homework, part, group } = await this.#own(asker, id);
		const placements = await this.#needs.groups.placements(group.id);
		const leaders = placements.filter((one) => leads(one.place) && one.person !== asker.person);
		const head = part.document
			? await this.#needs.documents.head(part.document)
			: await this.#makeSheet(homework, asker.person, leaders);
		if (!head) throw unknown();
		const nameOf = (person: PersonId) =>
			placements.find((one) => one.person === person)?.alias ?? 'a former facilitator';
		const exercise = exerciseOf(homework);
		const isAsked = exercise !== null && needsSomeoneThere(exercise) && head.readers.length > 0;
		const reader = isAsked ? await this.#needs.riskReaders.of(group.id) : null;
		return {
			homework: { ...homework, mine: partFrom(part) },
			document: head.id,
			...{ groupKind: group.kind, groupName: group.name },
			readers: head.readers.map(nameOf),
			facilitators: leaders.map((one) => one.alias),
			cardOpenings: (await this.#needs.flags.openingsOf(id, asker.person)).map(({ by, at }) => ({
				by: nameOf(by),
				at
			})),
			riskReader: reader && { name: nameOf(reader.person), withinHours: reader.withinHours }
		};
	}

	/** The day until which the asker has it before them, for their own calendar; `named`: as for sessions (S08). Throws Refusal. */
	async calendar(asker: Asker, id: HomeworkId, { named }: { named: boolean }): Promise<string> {
		const { homework } = await this.#own(asker, id);
		const session = await this.#needs.schedule.get(homework.session);
		const group = named ? await this.#needs.groups.get(homework.group) : null;
		const day = { id, dueAt: homework.dueAt, zone: session?.zone ?? 'UTC' };
		return dayOf(day, this.#ground.now(), group?.name ?? null);
	}

	/** How far the asker says they are. What is done is kept: for its author, and for the readers it named. */
	async reach(asker: Asker, id: HomeworkId, progress: HomeworkProgress): Promise<ArtifactId | null> {
		const { homework, part } = await this.#own(asker, id);
		const { store } = this.#ground;
		const head = part.document && (await this.#needs.documents.head(part.document));
		if (!head) throw new Refusal('conflict', 'Please open the sheet first.');
		const kept =
			progress === 'done'
				? await keepDone(this.#ground, this.#needs.documents, { homework, head, before: part.artifact })
				: null;
		const artifact = kept?.artifact ?? part.artifact;
		const raised = progress === 'done' || progress === 'stuck' ? await this.#raised(homework, head) : [];
		const change = updatePart(store.db, { homework: id, person: asker.person }, { progress, artifact });
		await store.writer.commit(
			[...(kept?.statements ?? []), ...raised, change],
			[{ person: asker.person, action: 'homework.progress', object: `homework:${id}`, detail: progress }]
		);
		return artifact;
	}

	/** Lets it rest: nobody is reminded of it any more, and what was written stays its author's. */
	async rest(asker: Asker, id: HomeworkId): Promise<void> {
		await this.#change(asker, id, 'homework.rest', { rested_at: this.#ground.now() });
	}

	/** What somebody in the group has not finished yet, for those who lead it. */
	async unfinishedOf(asker: Asker, group: GroupId): Promise<SetHomework[]> {
		return (await this.ofGroup(asker, group)).filter(isUnfinished);
	}

	/** Takes unfinished homework of a group along to a later day; what is none of that is left as it is. */
	async takeAlong(
		asker: Asker,
		group: GroupId,
		{ homework, dueAt }: { homework: readonly HomeworkId[]; dueAt: number }
	): Promise<void> {
		const taken = (await this.unfinishedOf(asker, group)).filter(({ id }) => homework.includes(id));
		if (taken.length === 0) return;
		const { store } = this.#ground;
		await store.writer.commit(
			taken.map(({ id }) => updateHomework(store.db, id, { due_at: dueAt })),
			taken.map(({ id }) => ({
				...{ person: asker.person, action: 'homework.postpone', object: `homework:${id}` }
			}))
		);
	}

	async postpone(asker: Asker, id: HomeworkId, dueAt: number): Promise<void> {
		await this.#change(asker, id, 'homework.postpone', { due_at: dueAt });
	}

	/** S09: offered to those alone whom the sheet named, while it is done and not taken back. */
	async #readableBy(
		{ person }: Asker,
		{ artifact, progress }: HomeworkPartTable
	): Promise<ArtifactId | null> {
		if (!artifact || progress !== 'done') return null;
		const row = await artifactById(this.#ground.store.db, artifact);
		const readers = row && row.kind !== 'withdrawn' ? (JSON.parse(row.readers) as PersonId[]) : [];
		return readers.includes(person) ? artifact : null;
	}

	async #change(
		asker: Asker,
		id: HomeworkId,
		action: string,
		change: Parameters<typeof updateHomework>[2]
	): Promise<void> {
		const { store } = this.#ground;
		const row = await homeworkById(store.db, id);
		if (!row) throw unknown();
		await this.#needs.groups.allow(asker, 'homework.set', row.group_id);
		const event = { person: asker.person, action, object: `homework:${id}` };
		await store.writer.commit([updateHomework(store.db, id, change)], [event]);
	}

	/** To everyone it was not set for it is as unknown as one that never was (R21). */
	async #own(
		asker: Asker,
		id: HomeworkId
	): Promise<{ homework: Homework; part: HomeworkPartTable; group: Group }> {
		const { store, vault } = this.#ground;
		const [row, part] = await Promise.all([homeworkById(store.db, id), partOf(store.db, id, asker.person)]);
		if (!row || !part) throw unknown();
		return { homework: openHomework(vault, row), part, group: await this.#mayDo(asker, row.group_id) };
	}

	async #mayDo(asker: Asker, group: GroupId): Promise<Group> {
		return this.#needs.groups.allow(asker, 'homework.do', group);
	}

	/**
	 * S05: what whoever is named is told of, on a sheet that said so before anything was written on it. Should nobody be named any
	 * more, the first of the sheet's readers is told: what was promised holds.
	 */
	async #raised(homework: Homework, head: DocumentHead): Promise<Statement[]> {
		const { id, group } = homework;
		const exercise = exerciseOf(homework);
		const [first] = head.readers;
		if (!exercise || !first || head.owner === null) return [];
		const risks = await this.#needs.documents.read(head.id, (doc) => risksIn(doc, exercise, 'folder'));
		const reader = (await this.#needs.riskReaders.of(group)) ?? { person: first, withinHours: 24 };
		const loud = risks.filter(({ quiet }) => !quiet);
		return this.#needs.flags.raising({ id, group }, head.owner, { risks: loud, reader });
	}

	async #makeSheet(homework: Homework, owner: PersonId, leaders: readonly Placement[]) {
		const { documents } = this.#needs;
		const { store } = this.#ground;
		const head = await documents.create({
			...{ kind: 'homework', group: homework.group, session: homework.session, owner, step: homework.id },
			...{ readers: homework.isRead ? leaders.map((one) => one.person) : [], readsWhen: 'after-done' }
		});
		const part = { homework: homework.id, person: owner };
		try {
			await store.writer.commit([givePartItsSheet(store.db, part, head.id)]);
			return head;
		} catch (error) {
			if (!(error instanceof WriteConflict)) throw error;
			// Another page of theirs was faster: both write on the one sheet.
			const faster = await partOf(store.db, homework.id, owner);
			return faster?.document ? documents.head(faster.document) : null;
		}
	}
}

function unknown(): Refusal {
	return new Refusal('not-found', 'There is no such homework.');
}
