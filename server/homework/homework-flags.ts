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
}

const HOUR_MS = 3_600_000;

/** Answers about safety in homework, for whoever is named to read them (S05). */
export class HomeworkFlags {
	readonly #ground: Pick<Ground, 'store' | 'vault' | 'now'>;
	readonly #groups: Groups;

	constructor(ground: Pick<Ground, 'store' | 'vault' | 'now'>, groups: Groups) {
		this.#ground = ground;
		this.#groups = groups;
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

	/** Writes down what was done, and clears it. Throws Refusal. */
	async clear(asker: Asker, id: FlagId, outcome: string): Promise<void> {
		const { store, vault, now } = this.#ground;
		const row = await homeworkFlagById(store.db, id);
		if (!row) throw new Refusal('not-found', 'This is not there any more.');
		await this.#groups.allow(asker, 'homework.set', row.group_id);
		if (row.cleared_at !== null) throw new Refusal('conflict', 'This has been cleared already.');
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
