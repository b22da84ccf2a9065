import type { Spot } from '#lib/domain/board.ts';
import { removeStroke } from '#lib/domain/board-strokes.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** How near a line the eraser must come, in CSS pixels. */
const REACH_PX = 8;

/** Takes whole lines away, my own alone: what others drew is theirs. */
export class EraseAct implements HandAct {
	readonly #open: OpenBoard;
	#count = 0;
	#last: Spot;

	constructor(open: OpenBoard, first: HandPoint) {
		this.#open = open;
		this.#last = first.spot;
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
		if (this.#count > 0) this.#open.say(this.#count === 1 ? 'Line erased' : `${this.#count} lines erased`);
	}

	cancel(): void {
		this.end();
	}

	#eraseAt(spot: Spot, reach: number): void {
		const { state, sheet, mayEdit } = this.#open;
		const at = { ...spot, sheet: sheet.id };
		const stroke = mayEdit && state.ink.at(at, reach, (one) => one.by === state.person);
		if (!stroke) return;
		state.acts.act(() => removeStroke(state.board, stroke.id));
		this.#count += 1;
	}
}
