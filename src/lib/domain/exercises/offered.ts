import type { Exercise } from '../exercise.ts';
import type { GroupKind } from '../group.ts';
import { MEASURES } from '../measures/measures.ts';
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

/** What several people may fill in together: everything but measures, which are each person's own. */
export function offeredTogether(kind: GroupKind): Exercise[] {
	return offered(kind).flatMap(({ exercises }) => exercises.filter(({ scoring }) => !scoring));
}
