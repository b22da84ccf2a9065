import type * as Y from 'yjs';
import type { Step } from '../../../src/lib/domain/plan.ts';
import { deskDocument } from '../../../src/lib/domain/room.ts';

/** Puts on the facilitators' desk whom the plan puts together in a step (R22). */
export function tellWhoIsWhere(desk: Y.Doc, step: Step): void {
	const { whoIsWhere } = deskDocument(desk);
	const named = step.kind === 'breakout' ? step.whoIsWhere : undefined;
	if (named) whoIsWhere.set(step.id, named);
	else whoIsWhere.delete(step.id);
}
