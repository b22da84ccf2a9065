import type { Box, Note, Spot } from '#lib/domain/board.ts';
import { addGroup, takeApart } from '#lib/domain/board-groups.ts';
import { shiftInk } from '#lib/domain/board-ink.ts';
import { middleOfNote, scaleWithin, spotAround } from '#lib/domain/board-note-size.ts';
import { addNote, notesOf, readNote, setNoteLayer, shapeNote } from '#lib/domain/board-notes.ts';
import { addShape, changeShape, isLine, readShape, shapesOf } from '#lib/domain/board-shape.ts';
import type { BoardShape } from '#lib/domain/board-shape.ts';
import { middleOf, turned } from '#lib/domain/board-shape-path.ts';
import { reshapeStroke } from '#lib/domain/board-strokes.ts';
import { shapeEnds } from '#lib/domain/board-things.ts';
import type { BoardState } from './board-state.svelte.ts';

/** What can be done with chosen things besides moving and removing them. Each is one act, and of own things alone. */

/** Copies, each `by` beside what it was made from; answers their ids. */
export function duplicate(
	state: BoardState,
	ids: readonly string[],
	{ sheet, by }: { sheet: string; by: Spot }
): string[] {
	const { board, ink, person } = state;
	const own = ids.filter((id) => state.isOwn(id));
	const copies = new Map<string, string>();
	const beside = ({ x, y }: Spot) => ({ x: x + by.x, y: y + by.y });
	const copyShape = (shape: BoardShape) => {
		const { start, end } = shapeEnds(board, shape);
		const [from, to] = [copies.get(shape.from ?? '') ?? null, copies.get(shape.to ?? '') ?? null];
		const span = isLine(shape.kind) ? { x: end.x - start.x, y: end.y - start.y } : shape.span;
		copies.set(
			shape.id,
			addShape(board, { ...shape, ...{ from, to, span, sheet, by: person }, spot: beside(start) })
		);
	};
	state.acts.act(() => {
		for (const id of own) {
			const note = readNote(board, id);
			const stroke = ink.get(id);
			if (note) copies.set(id, addNote(board, copyOf(note)));
			else if (stroke) {
				copies.set(id, ink.add({ ...stroke, by: person, sheet, ink: shiftInk(stroke.ink, by.x, by.y) }));
			}
		}
		const shapes = own.map((id) => readShape(board, id)).filter((shape) => shape !== null);
		// An arrow comes last: it is attached to the copy of what it was attached to.
		for (const isLast of [false, true])
			shapes.filter(({ kind }) => isLine(kind) === isLast).forEach(copyShape);
	});
	return [...copies.values()];

	function copyOf({ kind, tint, pen, words, place, scale, angle }: Note) {
		return { kind, tint, pen, words, sheet, by: person, spot: beside(place), scale, angle };
	}
}

export const canBeSized = (state: BoardState, id: string) => state.isOwn(id) && state.thing(id) !== null;

/** Attaches an end of an own arrow to a note or shape; without one it stays where it points, attached to nothing. */
export function attach(state: BoardState, arrow: BoardShape, end: 'from' | 'to', thing: string | null): void {
	const { start, end: tip } = shapeEnds(state.board, arrow);
	const span = { x: tip.x - start.x, y: tip.y - start.y };
	const held = end === 'from' ? { from: thing } : { to: thing };
	state.changeShape(arrow.id, { spot: start, span, ...held });
}

/** Makes things larger or smaller around the middle of them all. */
export function resize(state: BoardState, ids: readonly string[], factor: number): void {
	const middle = middleOf(boxAroundAll(state, ids));
	const away = ({ x, y }: Spot) => ({
		x: middle.x + (x - middle.x) * factor,
		y: middle.y + (y - middle.y) * factor
	});
	reshape(state, ids, (shape) => {
		const { start, end } = shapeEnds(state.board, shape);
		const [from, to] = [away(start), away(end)];
		return { spot: from, span: { x: to.x - from.x, y: to.y - from.y } };
	});
	reshapeNotes(state, ids, (note) => {
		const scale = scaleWithin(note.scale * factor);
		return { scale, angle: note.angle, spot: spotAround(away(middleOfNote(note)), scale) };
	});
	reshapeInk(state, ids, away);
}

/** Turns things around the middle of them all. */
export function turn(state: BoardState, ids: readonly string[], degrees: number): void {
	const middle = middleOf(boxAroundAll(state, ids));
	reshape(state, ids, (shape) => {
		const { start, end } = shapeEnds(state.board, shape);
		if (isLine(shape.kind)) {
			const [from, to] = [turned(start, middle, degrees), turned(end, middle, degrees)];
			return { spot: from, span: { x: to.x - from.x, y: to.y - from.y } };
		}
		const own = turned({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, middle, degrees);
		const spot = { x: own.x - shape.span.x / 2, y: own.y - shape.span.y / 2 };
		return { spot, angle: (shape.angle + degrees + 360) % 360 };
	});
	reshapeNotes(state, ids, (note) => {
		const { scale, angle } = note;
		const spot = spotAround(turned(middleOfNote(note), middle, degrees), scale);
		return { scale, angle: angle + degrees, spot };
	});
	reshapeInk(state, ids, (spot) => turned(spot, middle, degrees));
}

export const canBeLaid = (state: BoardState, id: string) =>
	state.isOwn(id) && (state.shape(id) ?? state.note(id)) !== null;

/** Lays notes and shapes over or under all others of their sheet, in the order in which they lie. */
export function lay(state: BoardState, ids: readonly string[], where: 'front' | 'back'): void {
	const { board } = state;
	const things = [...shapesOf(board), ...notesOf(board)];
	const chosen = things.filter(({ id }) => ids.includes(id) && state.isOwn(id));
	const sheet = chosen[0]?.place.sheet;
	const others = things.filter(({ id, place }) => !ids.includes(id) && place.sheet === sheet);
	const layers = others.map(({ layer }) => layer);
	const first =
		where === 'front' ? Math.max(0, ...layers) + 1 : Math.min(0, ...layers) - Math.max(1, chosen.length);
	state.acts.act(() => {
		for (const [index, { id }] of chosen.toSorted((a, b) => a.layer - b.layer).entries()) {
			if (readNote(board, id)) setNoteLayer(board, id, first + index);
			else changeShape(board, id, { layer: first + index });
		}
	});
}

/** From now on these are chosen together. */
export function group(state: BoardState, ids: readonly string[]): void {
	state.acts.act(() => {
		takeApart(state.board, ids, (by) => by === state.person);
		addGroup(state.board, { by: state.person, things: [...ids] });
	});
}

/** Takes own groups apart; for one who leads, others' too, which undo leaves alone. */
export function ungroup(state: BoardState, ids: readonly string[], leads: boolean): void {
	state.acts.act(() => takeApart(state.board, ids, (by) => by === state.person));
	if (leads) state.acts.aside(() => takeApart(state.board, ids, () => true));
}

/** The upright box around things. */
export function boxAroundAll(state: BoardState, ids: readonly string[]): Box {
	const boxes = ids.map((id) => state.boxOf(id)).filter((box) => box !== null);
	return {
		left: Math.min(...boxes.map((box) => box.left)),
		top: Math.min(...boxes.map((box) => box.top)),
		right: Math.max(...boxes.map((box) => box.right)),
		bottom: Math.max(...boxes.map((box) => box.bottom))
	};
}

function reshape(
	state: BoardState,
	ids: readonly string[],
	to: (shape: BoardShape) => Parameters<typeof changeShape>[2]
): void {
	const shapes = ids.filter((id) => state.isOwn(id)).map((id) => readShape(state.board, id));
	state.acts.act(() => {
		for (const shape of shapes) if (shape) changeShape(state.board, shape.id, to(shape));
	});
}

function reshapeNotes(
	state: BoardState,
	ids: readonly string[],
	to: (note: Note) => Omit<Parameters<typeof shapeNote>[2], 'mover'>
): void {
	const notes = ids.filter((id) => state.isOwn(id)).map((id) => readNote(state.board, id));
	state.acts.goOn(() => {
		for (const note of notes) if (note) shapeNote(state.board, note.id, { ...to(note), mover: state.person });
	});
}

function reshapeInk(state: BoardState, ids: readonly string[], to: (spot: Spot) => Spot): void {
	const own = ids.filter((id) => state.ink.get(id)?.by === state.person);
	if (own.length === 0) return;
	state.acts.goOn(() => own.forEach((id) => reshapeStroke(state.board, id, to)));
}
