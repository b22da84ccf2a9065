import { onSheet, type Spot } from '#lib/domain/board.ts';
import { isLine, type BoardShape } from '#lib/domain/board-shape.ts';
import { turned, type Ends } from '#lib/domain/board-shape-path.ts';
import { thingAt } from '#lib/domain/board-things.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import { NoteAct } from './note-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** Smaller than this nobody can take hold of a shape. */
const LEAST = 24;

/** Pulling a corner of a chosen shape, or an end of a chosen line. */
export class ResizeAct implements HandAct {
	readonly #open: OpenBoard;
	readonly #shape: BoardShape;
	readonly #pulled: 'start' | 'end';
	readonly #before: Ends;
	#at: Spot | null = null;

	constructor(open: OpenBoard, shape: BoardShape, pulled: 'start' | 'end') {
		this.#open = open;
		this.#shape = shape;
		this.#pulled = pulled;
		this.#before = open.state.endsOf(shape);
	}

	/** Null when nothing of one's own is chosen that could be pulled. */
	static of(open: OpenBoard, pulled: 'start' | 'end'): HandAct | null {
		const [id = ''] = open.tools.chosen;
		const [note, shape] = [open.state.note(id), open.state.shape(id)];
		if (note) return open.mayWrite(note) ? new NoteAct(open, note) : null;
		return shape && open.mayWrite(shape) ? new ResizeAct(open, shape, pulled) : null;
	}

	move(points: HandPoint[]): void {
		this.#at = onSheet(points.at(-1)!.spot);
		this.#open.tools.shaping = { id: this.#shape.id, form: this.#shape, ends: this.#ends(this.#at) };
	}

	end(): void {
		this.cancel();
		if (!this.#at) return;
		const { start, end } = this.#ends(this.#at);
		const span = { x: end.x - start.x, y: end.y - start.y };
		this.#open.state.changeShape(this.#shape.id, { spot: start, span, ...this.#held(this.#at) });
		this.#open.say('Size changed');
	}

	cancel(): void {
		this.#open.tools.shaping = null;
	}

	#ends(at: Spot): Ends {
		const { kind, angle, span } = this.#shape;
		if (isLine(kind)) return { ...this.#before, [this.#pulled]: at };
		const middle = {
			x: (this.#before.start.x + this.#before.end.x) / 2,
			y: (this.#before.start.y + this.#before.end.y) / 2
		};
		// The corner across stays where it is seen, however the shape is turned.
		const across = turned(this.#before.start, middle, angle);
		const next = { x: (across.x + at.x) / 2, y: (across.y + at.y) / 2 };
		const [start, end] = [turned(across, next, -angle), turned(at, next, -angle)];
		const size = { x: Math.max(LEAST, end.x - start.x), y: Math.max(LEAST, end.y - start.y) };
		if (kind === 'stamp') size.x = size.y = Math.max(size.x, size.y);
		// A picture keeps its proportions.
		if (kind === 'picture') size.y = (size.x * span.y) / span.x;
		return { start, end: { x: start.x + size.x, y: start.y + size.y } };
	}

	/** An arrow's end is attached to what it is put on, and lets go of what it is pulled from. */
	#held(at: Spot): Pick<BoardShape, 'from' | 'to'> {
		const { kind, from, to, place } = this.#shape;
		if (kind !== 'arrow') return { from, to };
		const thing = thingAt(this.#open.state.board, { ...at, sheet: place.sheet });
		if (this.#pulled === 'start') return { from: thing === to ? null : thing, to };
		return { from, to: thing === from ? null : thing };
	}
}
