import type { Note, Spot } from '#lib/domain/board.ts';
import { middleOfNote } from '#lib/domain/board-note-size.ts';
import { isLine, type BoardShape } from '#lib/domain/board-shape.ts';
import { boxAround, turned } from '#lib/domain/board-shape-path.ts';
import { cornerOfNote } from './note-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** What can be pulled: an end of a line, the corner of anything else, or the knob over it that turns it. */
export interface Handle extends Spot {
	at: 'start' | 'end' | 'turn';
}

/** How far the knob is over what it turns, in CSS pixels. */
const KNOB_PX = 30;

/** The handles of the one thing of mine that is chosen. */
export function handlesOf(open: OpenBoard): Handle[] {
	const { tools, state } = open;
	const [id = ''] = tools.chosen;
	if (tools.chosen.length !== 1 || tools.carried || tools.editing) return [];
	const [note, shape] = [state.note(id), state.shape(id)];
	if (note && open.mayWrite(note)) return handlesOfNote(open, note);
	return shape && open.mayWrite(shape) ? handlesOfShape(open, shape) : [];
}

function handlesOfNote({ tools, view }: OpenBoard, note: Note): Handle[] {
	const to = tools.noteShaping;
	const lying = to?.id === note.id ? { ...note, ...to, place: { ...note.place, ...to.spot } } : note;
	const middle = middleOfNote(lying);
	const over = { x: middle.x, y: lying.place.y - KNOB_PX / view.lie.scale };
	return [
		{ at: 'end', ...cornerOfNote(lying) },
		{ at: 'turn', ...turned(over, middle, lying.angle) }
	];
}

function handlesOfShape({ tools, state, view }: OpenBoard, shape: BoardShape): Handle[] {
	const shaping = tools.shaping?.id === shape.id ? tools.shaping : null;
	const { start, end } = shaping?.ends ?? state.endsOf(shape);
	if (isLine(shape.kind))
		return [
			{ at: 'start', ...start },
			{ at: 'end', ...end }
		];
	const angle = shaping?.form.angle ?? shape.angle;
	const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
	const over = { x: middle.x, y: start.y - KNOB_PX / view.lie.scale };
	return [
		{ at: 'end', ...turned(end, middle, angle) },
		{ at: 'turn', ...turned(over, middle, angle) }
	];
}

/** The upright box around a chosen shape, as it will be while it is under the hand. */
export function boxOfShape({ tools, state }: OpenBoard, shape: BoardShape) {
	const shaping = tools.shaping?.id === shape.id ? tools.shaping : null;
	const angle = shaping?.form.angle ?? shape.angle;
	return boxAround({ kind: shape.kind, angle }, shaping?.ends ?? state.endsOf(shape));
}
