import type { Spot } from '#lib/domain/board.ts';
import { middleOfNote } from '#lib/domain/board-note-size.ts';
import { isLine } from '#lib/domain/board-shape.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** Where the hand comes near one of these angles it takes it. */
const UPRIGHT_EVERY = 45;
const NEAR = 4;

interface Turning {
	middle: Spot;
	/** Shows it turned so far. */
	show: (angle: number) => void;
	/** Turns it for everyone. */
	put: (angle: number) => void;
}

/** Pulling the handle over a chosen note or shape: it turns around its middle. */
export class TurnAct implements HandAct {
	readonly #open: OpenBoard;
	readonly #turning: Turning;
	#angle: number | null = null;

	constructor(open: OpenBoard, turning: Turning) {
		this.#open = open;
		this.#turning = turning;
	}

	/** Null when nothing of one's own is chosen that could be turned. */
	static of(open: OpenBoard): TurnAct | null {
		const { state, tools } = open;
		const [id = ''] = tools.chosen;
		const [note, shape] = [state.note(id), state.shape(id)];
		if (note && open.mayWrite(note)) {
			const form = (angle: number) => ({ spot: note.place, scale: note.scale, angle });
			return new TurnAct(open, {
				middle: middleOfNote(note),
				show: (angle) => (tools.noteShaping = { id, ...form(angle) }),
				put: (angle) => state.shapeNote(id, form(angle))
			});
		}
		if (!shape || isLine(shape.kind) || !open.mayWrite(shape)) return null;
		const ends = state.endsOf(shape);
		return new TurnAct(open, {
			middle: { x: (ends.start.x + ends.end.x) / 2, y: (ends.start.y + ends.end.y) / 2 },
			show: (angle) => (tools.shaping = { id, form: { ...shape, angle }, ends }),
			put: (angle) => state.changeShape(id, { angle })
		});
	}

	move(points: HandPoint[]): void {
		const { middle, show } = this.#turning;
		const { x, y } = points.at(-1)!.spot;
		const degrees = (Math.atan2(y - middle.y, x - middle.x) * 180) / Math.PI + 90;
		const upright = Math.round(degrees / UPRIGHT_EVERY) * UPRIGHT_EVERY;
		const angle = Math.abs(degrees - upright) < NEAR ? upright : Math.round(degrees);
		this.#angle = (angle + 360) % 360;
		show(this.#angle);
	}

	end(): void {
		const angle = this.#angle;
		this.cancel();
		if (angle === null) return;
		this.#turning.put(angle);
		this.#open.say(`Turned to ${angle} degrees`);
	}

	cancel(): void {
		this.#angle = null;
		this.#open.tools.shaping = null;
		this.#open.tools.noteShaping = null;
	}
}
