import type { Note, Spot } from '#lib/domain/board.ts';
import { asItLies } from '#lib/domain/board-arranging.ts';
import { inReadingOrder } from '#lib/domain/board-reading.ts';
import { inClusters, tidied } from '#lib/domain/board-tidy.ts';
import type { OpenBoard } from './open-board.svelte.ts';
import { boxAroundAll } from './thing-acts.ts';

/** How notes are put in order: as they lie, or those alike together. */
export type Tidying = 'as they lie' | 'by colour' | 'by author';

const KINDSHIP: Record<Exclude<Tidying, 'as they lie'>, (note: Note) => string> = {
	'by colour': ({ kind, tint, pen }) => (kind === 'note' ? tint : pen),
	'by author': ({ by }) => by ?? ''
};

/** Those of these things that can be tidied: notes on the sheet in front that I may move. */
export function tidyable({ state, sheet, movable }: OpenBoard, ids: readonly string[]): Note[] {
	const chosen = new Set(movable(ids));
	return state.notesOn(sheet.id).filter(({ id }) => chosen.has(id));
}

/** Whether notes differ in that, so that it makes clusters. */
export const isMixed = (notes: readonly Note[], by: Exclude<Tidying, 'as they lie'>): boolean =>
	new Set(notes.map(KINDSHIP[by])).size > 1;

/** Lays notes in order, as one act: undo puts them all back. What I may not move stays, and nothing is laid over it. */
export function tidy(open: OpenBoard, ids: readonly string[], how: Tidying): void {
	const { state, sheet, say } = open;
	const notes = tidyable(open, ids);
	if (notes.length === 0) return;
	const staying = state
		.notesOn(sheet.id)
		.filter(({ id }) => !notes.some((note) => note.id === id))
		.map(asItLies);
	const { left, top } = boxAroundAll(
		state,
		notes.map(({ id }) => id)
	);
	const clusters = how === 'as they lie' ? [inReadingOrder(notes)] : clustered(notes, KINDSHIP[how]);
	const spots: Spot[] =
		how === 'as they lie'
			? tidied(clusters[0]!, { near: { x: left, y: top }, staying })
			: inClusters(clusters, staying).flat();
	const places = new Map(clusters.flat().map(({ id }, index) => [id, spots[index]!]));
	state.arrange(places, sheet.id);
	say(`${notes.length === 1 ? '1 note' : `${notes.length} notes`} tidied. Undo puts them back.`);
}

function clustered(notes: readonly Note[], kindship: (note: Note) => string): Note[][] {
	const clusters = new Map<string, Note[]>();
	for (const note of notes) {
		const kin = kindship(note);
		clusters.set(kin, [...(clusters.get(kin) ?? []), note]);
	}
	return [...clusters.values()].map(inReadingOrder);
}
