import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { hasWorksheet } from '../../../src/lib/domain/plan.ts';
import { worksheetJson, type WorksheetJson } from '../../../src/lib/domain/worksheet-record.ts';
import { isEmpty } from '../../../src/lib/domain/worksheet.ts';
import { exerciseOf } from './exercise-of.ts';
import type { LiveRoom } from './live-room.ts';

/** The last sheet of an exercise that somebody has written on in this session, for themselves; null without one. */
export async function ownSheet(
	room: LiveRoom,
	person: PersonId,
	exercise: string
): Promise<WorksheetJson | null> {
	for (const step of room.session.plan.steps.filter(hasWorksheet).reverse()) {
		const definition = exerciseOf(room, step, person);
		const head = room.sheetOf(step.id, person);
		if (!head || definition?.id !== exercise) continue;
		return room.content.read(head.id, (doc) =>
			isEmpty(doc, definition) ? null : worksheetJson(doc, definition)
		);
	}
	return null;
}
