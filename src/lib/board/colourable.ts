import type { Note } from '#lib/domain/board.ts';
import type { BoardShape } from '#lib/domain/board-shape.ts';
import type { Stroke } from '#lib/domain/board-strokes.ts';
import type { BoardState } from './board-state.svelte.ts';

/** What of these things can be given another colour. */
interface Colourable {
	/** Sticky notes, by their paper. */
	stickies: Note[];
	/** Everything in ink: words on the sheet, shapes, lines. */
	inked: (Note | BoardShape | Stroke)[];
}

/** Nobody draws in another's name: one who leads colours others' notes, not what they drew. Pictures have colours of their own. */
export function colourable(board: BoardState, ids: readonly string[]): Colourable {
	const notes = ids.map((id) => board.note(id)).filter((note) => note !== null);
	const own = ids.filter((id) => board.isOwn(id));
	const shapes = own.map((id) => board.shape(id)).filter((shape) => shape !== null);
	const strokes = own.map((id) => board.stroke(id)).filter((stroke) => stroke !== undefined);
	return {
		stickies: notes.filter(({ kind }) => kind === 'note'),
		inked: [
			...notes.filter(({ kind }) => kind === 'text'),
			...shapes.filter(({ kind }) => kind !== 'picture'),
			...strokes
		]
	};
}
