import type { Spot } from '#lib/domain/board.ts';
import type { BoardShape } from '#lib/domain/board-shape.ts';
import type { Ends } from '#lib/domain/board-shape-path.ts';
import { isOnShape } from '#lib/domain/board-touch.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** How near a line the eraser must come, in CSS pixels. */
const REACH_PX = 8;

/** Takes whole lines and shapes away, my own alone: what others drew is theirs. Notes are taken away by Delete. */
export class EraseAct implements HandAct {
	readonly #open: OpenBoard;
	/** My shapes on the sheet, the topmost first. */
	#shapes: { shape: BoardShape; ends: Ends }[];
	#count = 0;
	#last: Spot;

	constructor(open: OpenBoard, first: HandPoint) {
		this.#open = open;
		this.#last = first.spot;
		const { state, sheet } = open;
		// What is drawn over a picture is erased without it.
		const mine = state.shapes.filter(
			(shape) => shape.place.sheet === sheet.id && shape.kind !== 'picture' && open.mayWrite(shape)
		);
		this.#shapes = mine.reverse().map((shape) => ({ shape, ends: state.endsOf(shape) }));
		open.state.acts.beginLongAct();
		this.move([first]);
	}

	move(points: HandPoint[]): void {
		const reach = REACH_PX / this.#open.view.lie.scale;
		for (const { spot } of points) {
			// A quick hand leaves gaps: what lies between two points is erased too.
			const steps = Math.max(1, Math.ceil(Math.hypot(spot.x - this.#last.x, spot.y - this.#last.y) / reach));
			for (let step = 1; step <= steps; step++) {
				const part = step / steps;
				this.#eraseAt(
					{
						x: this.#last.x + (spot.x - this.#last.x) * part,
						y: this.#last.y + (spot.y - this.#last.y) * part
					},
					reach
				);
			}
			this.#last = spot;
		}
	}

	end(): void {
		this.#open.state.acts.endLongAct();
		if (this.#count > 0) this.#open.say(this.#count === 1 ? 'Erased' : `${this.#count} things erased`);
	}

	cancel(): void {
		this.end();
	}

	drop(): void {
		this.#open.state.acts.dropLongAct();
	}

	#eraseAt(spot: Spot, reach: number): void {
		const { state, sheet, mayEdit } = this.#open;
		const at = { ...spot, sheet: sheet.id };
		if (!mayEdit) return;
		// Lines lie over shapes.
		const stroke = state.ink.at(at, reach, this.#open.mayWrite);
		const hit =
			stroke ?? this.#shapes.find(({ shape, ends }) => isOnShape(shape, ends, { spot, reach }))?.shape;
		if (!hit) return;
		this.#shapes = this.#shapes.filter(({ shape }) => shape.id !== hit.id);
		state.remove([hit.id]);
		this.#count += 1;
	}
}
