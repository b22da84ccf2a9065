import type { Exercise } from './exercise.ts';
import { exerciseNamed } from './exercises/library.ts';
import type { GivenSheet } from './flag-receiver.ts';

/**
 * Who an exercise is kept to, by the catalogue. `own`: each person's own, never shown to the group nor filled in by
 * several. `facilitator-only`: so too, and it is for the facilitators to read.
 */
export type Restriction = 'own' | 'facilitator-only';

/** Measures are each person's own; a copy is kept to the same as what it was copied from. */
export function restrictionOf(
	exercise: Pick<Exercise, 'scoring' | 'restricted' | 'copiedFrom'>
): Restriction | null {
	if (exercise.scoring) return 'own';
	const from = exercise.copiedFrom === undefined ? null : exerciseNamed(exercise.copiedFrom);
	return from?.restricted ?? exercise.restricted ?? (from?.scoring ? 'own' : null);
}

/** Why an exercise may not be given out so, in words for whoever chose it; null when it may. */
export function beyondRestriction(exercise: Exercise, sheet: GivenSheet): string | null {
	const restriction = restrictionOf(exercise);
	if (restriction === null) return null;
	if (sheet.sharing !== 'private') {
		return `“${exercise.title}” is each person’s own, for them and the facilitators. Please choose “Each person alone”.`;
	}
	if (restriction === 'facilitator-only' && sheet.facilitatorReads === 'no') {
		return `“${exercise.title}” is for facilitators to read, and for nobody else. Please let facilitators read the sheet.`;
	}
	return null;
}
