import { boardJson } from '../../../src/lib/domain/board-json.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import type { Step } from '../../../src/lib/domain/plan.ts';
import type { Draft } from '../sealed-artifact.ts';
import { draftOf } from './draft.ts';
import { keptFor, type Evening } from './evening.ts';

/** The step's boards, as they stood at the end. */
export async function boardDrafts(evening: Evening, step: Step): Promise<Draft[]> {
	const drafts: Draft[] = [];
	for (const head of evening.heads) {
		if (head.kind !== 'board' || head.step !== step.id) continue;
		const kept = keptFor(evening, head, step.title);
		if (!kept) continue;
		const { task, ...shared } = kept;
		const writers = await evening.writersOf(head.id);
		const template = task?.kind === 'board' ? task.template : step.kind === 'board' ? step.template : '';
		const authorOf = (client: number, said: PersonId) => writers.get(client) ?? said;
		const board = await evening.read(head.id, (doc) => boardJson(doc, { template, authorOf }));
		if (board.sheets.length === 0) continue;
		drafts.push(draftOf(evening, { step: step.id, ...shared, body: { kind: 'board', board } }));
	}
	return drafts;
}
