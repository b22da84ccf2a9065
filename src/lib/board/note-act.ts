import type { Note, Spot } from '#lib/domain/board.ts';
import { seenHeight } from '#lib/domain/board-drawing.ts';
import { middleOfNote, NOTE_SIZE, scaleWithin, spotAround } from '#lib/domain/board-note-size.ts';
import { turned } from '#lib/domain/board-shape-path.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** The lower right corner of a note as it is seen, where it is pulled to be made larger. */
export function cornerOfNote(note: Note): Spot {
	const { place, scale, angle } = note;
	const corner = { x: place.x + NOTE_SIZE.width * scale, y: place.y + seenHeight(note) };
	return turned(corner, middleOfNote(note), angle);
}

/** Pulling the corner of a chosen note: it becomes larger or smaller as a whole, and the corner across stays. */
export class NoteAct implements HandAct {
	readonly #open: OpenBoard;
	readonly #note: Note;
	/** The corner across, as it is seen. */
	readonly #across: Spot;

	constructor(open: OpenBoard, note: Note) {
		this.#open = open;
		this.#note = note;
		this.#across = turned(note.place, middleOfNote(note), note.angle);
	}

	move(points: HandPoint[]): void {
		const { id, angle, scale: before } = this.#note;
		const { x, y } = turned(points.at(-1)!.spot, this.#across, -angle);
		// As far as the hand has come along the note's own diagonal.
		const diagonal = { x: NOTE_SIZE.width, y: seenHeight(this.#note) / before };
		const along = (x - this.#across.x) * diagonal.x + (y - this.#across.y) * diagonal.y;
		const scale = scaleWithin(along / (diagonal.x ** 2 + diagonal.y ** 2));
		const half = { x: (NOTE_SIZE.width * scale) / 2, y: (NOTE_SIZE.height * scale) / 2 };
		const straight = { x: this.#across.x + half.x, y: this.#across.y + half.y };
		const spot = spotAround(turned(straight, this.#across, angle), scale);
		this.#open.tools.noteShaping = { id, angle, scale, spot };
	}

	end(): void {
		const { noteShaping } = this.#open.tools;
		this.cancel();
		if (!noteShaping) return;
		const { id, ...form } = noteShaping;
		this.#open.state.shapeNote(id, form);
		this.#open.say('Size changed');
	}

	cancel(): void {
		this.#open.tools.noteShaping = null;
	}
}
