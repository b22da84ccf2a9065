import type { HomeworkFlag, RiskReader } from '../../src/lib/domain/homework-flag.ts';
import type { Homework } from '../../src/lib/domain/homework.ts';
import { newId, type FlagId, type GroupId, type PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Flag } from '../../src/lib/domain/room.ts';
import { newsAmong, type Risk, type ToldRisks, toldOf } from '../../src/lib/domain/worksheet-risks.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import {
	flagsOfPart,
	homeworkFlagById,
	insertHomeworkFlag,
	openHomeworkFlags,
	updateHomeworkFlag
} from '../store/homework-flags.ts';
import type { ContactCard } from '../../src/lib/protocol/commands.ts';
import type { ContactCards } from '../sessions/contact-cards.ts';
import { partOf } from '../store/homework.ts';
import type { HomeworkFlagTable } from '../store/schema.ts';
import type { Statement } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';

/** What is kept of a flag under the group's own key. */
interface Words {
	cause: Flag['cause'];
	told: ToldRisks;
	/** What was done; empty until it is cleared. */
	outcome: string;
	/** Who opened the member's contact card for it, and when. */
	openings?: { by: PersonId; at: number }[];
}

const HOUR_MS = 3_600_000;

/** Answers about safety in homework, for whoever is named to read them (S05). */
export class HomeworkFlags {
	readonly #ground: Pick<Ground, 'store' | 'vault' | 'now'>;
	readonly #groups: Groups;
	readonly #cards: Pick<ContactCards, 'last'>;

	constructor(
		ground: Pick<Ground, 'store' | 'vault' | 'now'>,
		{ groups, cards }: { groups: Groups; cards: Pick<ContactCards, 'last'> }
	) {
		this.#ground = ground;
		this.#groups = groups;
		this.#cards = cards;
	}

	/**
	 * What is stored when a sheet is done, or its author is stuck with it: a flag for what the reader was not told of yet, or
	 * what became graver since. The same answer is told once.
	 */
	async raising(
		{ id, group }: Pick<Homework, 'id' | 'group'>,
		person: PersonId,
		{ risks, reader }: { risks: readonly Risk[]; reader: RiskReader }
	): Promise<Statement[]> {
		const { store, vault, now } = this.#ground;
		const last = (await flagsOfPart(store.db, id, person)).at(-1);
		const words = last ? openWords(vault, last) : null;
		const told = toldOf(risks);
		const [news] = newsAmong(risks, words?.told ?? {});
		if (last && words && (!news || last.cleared_at === null)) {
			return [
				updateHomeworkFlag(store.db, last.id, { words_sealed: sealWords(vault, last, { ...words, told }) })
			];
		}
		if (!news) return [];
		const of = { id: newId<'flag'>(), group_id: group };
		return [
			insertHomeworkFlag(store.db, {
				...{ ...of, homework: id, person, reader: reader.person, at: now() },
				read_by: now() + reader.withinHours * HOUR_MS,
				words_sealed: sealWords(vault, of, { cause: news.cause, told, outcome: '' }),
				...{ cleared_at: null, cleared_by: null }
			})
		];
	}

	/** What nobody has written down yet what was done about, for those who lead the group. Throws Refusal. */
	async openOf(asker: Asker, group: GroupId): Promise<HomeworkFlag[]> {
		await this.#groups.allow(asker, 'homework.set', group);
		const { store, vault } = this.#ground;
		const rows = await openHomeworkFlags(store.db, group);
		return Promise.all(
			rows.map(async (row) => ({
				...{ id: row.id, homework: row.homework, person: row.person, reader: row.reader },
				...{ cause: openWords(vault, row).cause, at: row.at, readBy: row.read_by },
				artifact: (await partOf(store.db, row.homework, row.person))?.artifact ?? null
			}))
		);
	}

	/**
	 * Opens the contact card that the member gave last, to reach them: audited, and they see it beside their homework (S13).
	 * Throws Refusal.
	 */
	async openCard(asker: Asker, id: FlagId): Promise<ContactCard> {
		const { store, vault, now } = this.#ground;
		const row = await this.#uncleared(asker, id);
		const card = await this.#cards.last(row.group_id, row.person);
		if (!card) throw new Refusal('not-found', 'This person gave no contact card, or it has been wiped.');
		const words = openWords(vault, row);
		const openings = [...(words.openings ?? []), { by: asker.person, at: now() }];
		await store.writer.commit(
			[updateHomeworkFlag(store.db, id, { words_sealed: sealWords(vault, row, { ...words, openings }) })],
			[
				{
					...{ person: asker.person, action: 'homework.contact-card', object: `homework:${row.homework}` },
					detail: row.person
				}
			]
		);
		return card;
	}

	/** Who opened a person's contact card for what they answered in some homework, the earliest first. */
	async openingsOf(homework: Homework['id'], person: PersonId): Promise<{ by: PersonId; at: number }[]> {
		const { store, vault } = this.#ground;
		const rows = await flagsOfPart(store.db, homework, person);
		return rows.flatMap((row) => openWords(vault, row).openings ?? []);
	}

	async #uncleared(asker: Asker, id: FlagId): Promise<HomeworkFlagTable> {
		const row = await homeworkFlagById(this.#ground.store.db, id);
		if (!row) throw new Refusal('not-found', 'This is not there any more.');
		await this.#groups.allow(asker, 'homework.set', row.group_id);
		if (row.cleared_at !== null) throw new Refusal('conflict', 'This has been cleared already.');
		return row;
	}

	/** Writes down what was done, and clears it. Throws Refusal. */
	async clear(asker: Asker, id: FlagId, outcome: string): Promise<void> {
		const { store, vault, now } = this.#ground;
		const row = await this.#uncleared(asker, id);
		const words_sealed = sealWords(vault, row, { ...openWords(vault, row), outcome });
		await store.writer.commit(
			[updateHomeworkFlag(store.db, id, { words_sealed, cleared_at: now(), cleared_by: asker.person })],
			[
				{
					...{ person: asker.person, action: 'homework.flag-cleared', object: `homework:${row.homework}` },
					detail: row.person
				}
			]
		);
	}
}

const placeOf = (id: FlagId) => `homework_flag|words|${id}`;
type Sealed = Pick<HomeworkFlagTable, 'id' | 'group_id'>;

function sealWords(vault: Vault, { id, group_id: group }: Sealed, words: Words): Uint8Array {
	return vault.sealJson(`group:${group}`, placeOf(id), words);
}

function openWords(
	vault: Vault,
	{ id, group_id: group, words_sealed }: Sealed & Pick<HomeworkFlagTable, 'words_sealed'>
): Words {
	return vault.openJson<Words>(`group:${group}`, placeOf(id), words_sealed);
}
