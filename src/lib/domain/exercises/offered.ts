import type { Exercise } from '../exercise.ts';
import { type GivenSheet, isReceived, ROOM_SHEET } from '../flag-receiver.ts';
import type { GroupKind } from '../group.ts';
import { MEASURES } from '../measures/measures.ts';
import { beyondRestriction } from '../restriction.ts';
import { THEMES } from './library.ts';

/** What a group of this kind is offered, the practice's own first, then by theme, shorter variants after the exercise they shorten (S14). */
export function offered(
	kind: GroupKind,
	own: readonly Exercise[] = []
): { title: string; exercises: Exercise[] }[] {
	const themes: { title: string; exercises: readonly Exercise[] }[] = [
		{ title: 'Our own', exercises: own },
		...THEMES,
		{ title: 'Measures', exercises: MEASURES }
	];
	return themes
		.map(({ title, exercises }) => ({
			title,
			exercises: exercises
				.flatMap((one) => [one, ...(one.variants ?? [])])
				.filter((one) => kind === 'therapy' || !one.therapyOnly)
		}))
		.filter(({ exercises }) => exercises.length > 0);
}

/**
 * What may be given out in a room besides what was planned, on a sheet that is read so: everything but measures,
 * nothing that is kept to fewer than would read it, and nothing that asks about harming oneself where nobody would be told (S03).
 */
export function offeredAs(sheet: GivenSheet, kind: GroupKind, own: readonly Exercise[] = []): Exercise[] {
	return offered(kind, own).flatMap(({ exercises }) =>
		exercises.filter((one) => !one.scoring && isReceived(one, sheet, true) && !beyondRestriction(one, sheet))
	);
}

/** What several people may fill in together. */
export const offeredTogether = (kind: GroupKind, own: readonly Exercise[] = []): Exercise[] =>
	offeredAs(ROOM_SHEET, kind, own);
