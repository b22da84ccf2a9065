import type { Column, Exercise, Field } from './exercise.ts';
import { leads, type Placement } from './group.ts';
import { isFlagged } from './measure-score.ts';
import { asksAboutSelfHarm } from './own-exercise.ts';
import type { FacilitatorReads, SharingMode } from './plan.ts';

/** A sheet that is given out, and who would be told of what it raises. */
export interface GivenSheet {
	sharing: SharingMode;
	facilitatorReads: FacilitatorReads;
}

/** What the people of a room fill in together: nobody reads along there, and nobody can say whose answer it is. */
export const ROOM_SHEET: GivenSheet = { sharing: 'together', facilitatorReads: 'no' };

/** S03: whether it asks of something of which a named person must be told: a flagged measure, or harming oneself. */
export function needsReceiver(exercise: Exercise): boolean {
	return isFlagged(exercise) || asksAboutSelfHarm(exercise);
}

/** S05: whether it asks something of which somebody must hear at once; outside a session nobody is there. */
export function needsSomeoneThere({ fields }: Pick<Exercise, 'fields'>): boolean {
	const isHeard = (asked: Field | Column) => 'risk' in asked && asked.risk !== undefined && !asked.risk.quiet;
	return fields.some((field) => (field.kind === 'rows' ? field.columns.some(isHeard) : isHeard(field)));
}

/** Whether it may be given out so in a session: an answer that flags would reach someone who is named to receive it. */
export function isReceived(exercise: Exercise, sheet: GivenSheet, hasLeaders: boolean): boolean {
	if (!needsReceiver(exercise)) return true;
	return sheet.sharing !== 'together' && sheet.facilitatorReads !== 'no' && hasLeaders;
}

/** Why it may not be given out so in a session of these people, in words for whoever chose it; null when it may (S03, S05). */
export function unreceived(
	exercise: Exercise,
	sheet: GivenSheet,
	placements: readonly Pick<Placement, 'place'>[]
): string | null {
	if (
		isReceived(
			exercise,
			sheet,
			placements.some(({ place }) => leads(place))
		)
	)
		return null;
	return `“${exercise.title}” asks about harming oneself, and nobody is named to receive the answer. Let facilitators read the sheet, or choose another.`;
}
