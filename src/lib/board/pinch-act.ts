import type { Spot } from '#lib/domain/board.ts';
import type { BoardView } from './board-view.svelte.ts';
import type { HandAct } from './hand-act.ts';

/** Moving the sheet with one pointer, moving and zooming it with two. Points are in the window's pixels. */
export class PinchAct implements HandAct {
	readonly #view: BoardView;
	#last: Spot[];

	constructor(view: BoardView, fingers: Spot[]) {
		this.#view = view;
		this.#last = fingers;
	}

	follow(fingers: Spot[]): void {
		// A finger that came or went starts a new grip.
		if (fingers.length === this.#last.length) {
			const [before, now] = [grip(this.#last), grip(fingers)];
			this.#view.panBy(now.x - before.x, now.y - before.y);
			if (before.span > 0 && now.span > 0) this.#view.zoomAt(now.span / before.span, now);
		}
		this.#last = fingers;
	}

	move(): void {
		// It follows the window's pixels, not the sheet's points.
	}

	end(): void {
		this.#view.settle();
	}

	cancel(): void {
		this.end();
	}
}

/** The middle of two fingers and how far they are apart. */
function grip(fingers: Spot[]): Spot & { span: number } {
	const [a, b = a] = fingers;
	if (!a || !b) return { x: 0, y: 0, span: 0 };
	return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, span: Math.hypot(a.x - b.x, a.y - b.y) };
}
