import type { Spot } from '#lib/domain/board.ts';
import type { BoardShape } from '#lib/domain/board-shape.ts';
import type { Ends } from '#lib/domain/board-shape-path.ts';
import { isOnShape } from '#lib/domain/board-touch.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** How near a line the eraser must come, in CSS pixels. */
const REACH_PX = 8;

/**
 * Takes whole lines and shapes away: my own, and those of others where someone who leads lets everyone erase. Mine go at
 * once and come back by undo; those of others go when the hand lifts, since nothing of mine brings them back. Notes are
 * taken away by Delete.
 */
export class EraseAct implements HandAct {
	readonly #open: OpenBoard;
	/** The shapes on the sheet that can go, the topmost first. */
	#shapes: { shape: BoardShape; ends: Ends }[];
	#count = 0;
	/** What others made and goes at the end. */
	readonly #others: string[] = [];
	#last: Spot;

	constructor(open: OpenBoard, first: HandPoint) {
		this.#open = open;
		this.#last = first.spot;
		const { state, sheet } = open;
		// What is drawn over a picture is erased without it.
		const shapes = state.shapes.filter(
			(shape) => shape.place.sheet === sheet.id && shape.kind !== 'picture' && open.mayRub(shape)
		);
		this.#shapes = shapes.reverse().map((shape) => ({ shape, ends: state.endsOf(shape) }));
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
		const { state, say } = this.#open;
		this.#stop();
		// It can be locked, or the allowance withdrawn, while the hand is down.
		const others = this.#others.filter((id) => this.#open.erasable([id]).length > 0);
		state.remove(others);
		const count = this.#count + others.length;
		if (count === 0) return;
		const words = count === 1 ? 'Erased' : `${count} things erased`;
		say(others.length === 0 ? words : `${words}. Undo does not bring back what others made.`);
	}

	/** What others made stays: it is erased by a hand that lifts, and by no other. */
	cancel(): void {
		this.#stop();
	}

	drop(): void {
		this.#open.tools.leaving = [];
		this.#open.state.acts.dropLongAct();
	}

	#stop(): void {
		this.#open.tools.leaving = [];
		this.#open.state.acts.endLongAct();
	}

	#eraseAt(spot: Spot, reach: number): void {
		const { state, sheet, mayEdit } = this.#open;
		const at = { ...spot, sheet: sheet.id };
		if (!mayEdit) return;
		// Lines lie over shapes.
		const stroke = state.ink.at(at, reach, (one) => !this.#others.includes(one.id) && this.#open.mayRub(one));
		const hit =
			stroke ?? this.#shapes.find(({ shape, ends }) => isOnShape(shape, ends, { spot, reach }))?.shape;
		if (!hit) return;
		this.#shapes = this.#shapes.filter(({ shape }) => shape.id !== hit.id);
		if (!state.isOwn(hit.id)) {
			this.#others.push(hit.id);
			this.#open.tools.leaving = [...this.#others];
			return;
		}
		state.remove([hit.id]);
		this.#count += 1;
	}
}
