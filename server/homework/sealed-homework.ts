import type { Homework, HomeworkPart } from '../../src/lib/domain/homework.ts';
import type { HomeworkPartTable, HomeworkTable } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';

/** Which exercise was set, and with which words, says much of a group: it is kept under the group's key (R44). */
type Words = Pick<Homework, 'exercise' | 'definition' | 'words'>;

const placeOf = (id: Homework['id']) => `homework|words|${id}`;

export function sealHomework(vault: Vault, homework: Homework, createdAt: number): HomeworkTable {
	const { id, group, session, exercise, definition, words, dueAt, isRead, restedAt } = homework;
	return {
		...{ id, group_id: group, session, due_at: dueAt, rested_at: restedAt, created_at: createdAt },
		is_read: Number(isRead),
		words_sealed: vault.sealJson(`group:${group}`, placeOf(id), {
			...{ exercise, words },
			...(definition && { definition })
		} satisfies Words)
	};
}

export function openHomework(vault: Vault, row: HomeworkTable): Homework {
	const { id, group_id: group, session } = row;
	return {
		...{ id, group, session, dueAt: row.due_at, restedAt: row.rested_at, isRead: row.is_read === 1 },
		...vault.openJson<Words>(`group:${group}`, placeOf(id), row.words_sealed)
	};
}

export function partFrom({ person, progress, artifact }: HomeworkPartTable): HomeworkPart {
	return { person, progress, artifact };
}
