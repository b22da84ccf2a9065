import type { DocumentKind } from '../../../src/lib/domain/documents.ts';
import type { DocumentId } from '../../../src/lib/domain/ids.ts';
import { boardTemplate } from '../../../src/lib/domain/exercises/of-step.ts';
import { hasWorksheet, type Step } from '../../../src/lib/domain/plan.ts';
import type { LiveRoom } from './live-room.ts';

/** The documents that everyone in the room works on in a step, made when the step first begins. */
export async function sharedDocuments(
	room: LiveRoom,
	step: Step
): Promise<{ board: DocumentId | null; table: DocumentId | null }> {
	const together = hasWorksheet(step) && step.sharing === 'together';
	// What a session wrote on a sheet before its exercise had a board stays where it is.
	const hasBoard = boardTemplate(step) !== null && !room.documents.table.has(step.id);
	return {
		board: hasBoard ? await shared(room, step, 'board') : null,
		table: together && !hasBoard ? await shared(room, step, 'table') : null
	};
}

async function shared(
	room: LiveRoom,
	step: Step,
	kind: Extract<DocumentKind, 'board' | 'table'>
): Promise<DocumentId> {
	const known = room.documents[kind].get(step.id);
	if (known) return known;
	const head = await room.content.create({
		kind,
		group: room.group.id,
		session: room.session.id,
		owner: null,
		step: step.id,
		readers: [],
		readsWhen: 'as-you-type'
	});
	room.documents[kind].set(step.id, head.id);
	return head.id;
}
