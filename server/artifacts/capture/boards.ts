import { boardJson, type BoardJson } from '../../../src/lib/domain/board-json.ts';
import type { PicturesJson } from '../../../src/lib/domain/board-pictures.ts';
import { boardTemplate } from '../../../src/lib/domain/exercises/of-step.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import type { Step } from '../../../src/lib/domain/plan.ts';
import type { Draft } from '../sealed-artifact.ts';
import { draftOf } from './draft.ts';
import { keptFor, type Evening, type KeptPicture } from './evening.ts';

/** The step's boards, as they stood at the end. */
export async function boardDrafts(evening: Evening, step: Step): Promise<Draft[]> {
	const drafts: Draft[] = [];
	for (const head of evening.heads) {
		if (head.kind !== 'board' || head.step !== step.id) continue;
		const kept = keptFor(evening, head, step.title);
		if (!kept) continue;
		const { task, ...shared } = kept;
		const writers = await evening.writersOf(head.id);
		const template = task?.kind === 'board' ? task.template : (boardTemplate(step) ?? '');
		const authorOf = (client: number, said: PersonId) => writers.get(client) ?? said;
		const counts = evening.room?.votes.get(step.id) ?? {};
		const board = await evening.read(head.id, (doc) => boardJson(doc, { template, authorOf, counts }));
		if (board.sheets.length === 0) continue;
		const pictures = picturesOn(board, await evening.picturesOf(head.id));
		const body = { kind: 'board' as const, board: { ...board, ...(pictures && { pictures }) } };
		const authors = authorsOf(board, evening);
		drafts.push(draftOf(evening, { step: step.id, ...shared, body, authors }));
	}
	return drafts;
}

/** The bytes of the pictures on it, each shown by whoever put it there; null when there is none. */
function picturesOn({ sheets }: BoardJson, pictures: readonly KeptPicture[]): PicturesJson | null {
	const shapes = sheets.flatMap((sheet) => sheet.shapes ?? []);
	const shown = pictures.filter(({ id, person }) =>
		shapes.some(({ picture, by }) => picture === id && by === person)
	);
	if (shown.length === 0) return null;
	return Object.fromEntries(shown.map(({ id, type, data }) => [id, { type, data }])) as PicturesJson;
}

/** Whose each thing on it is, so that they can take it back; of notes without a name too (S11, S12). */
function authorsOf({ sheets }: BoardJson, { desk }: Evening): Map<string, PersonId> {
	const authors = new Map<string, PersonId>();
	for (const { notes, strokes, shapes = [] } of sheets) {
		for (const { id, by } of notes) {
			const author = by ?? (id && desk?.authors.get(id));
			if (id && author) authors.set(id, author);
		}
		for (const { item, by } of [...strokes, ...shapes]) if (item && by) authors.set(item, by);
	}
	return authors;
}
