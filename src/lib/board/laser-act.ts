import { onSheet } from '#lib/domain/board.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** Pointing at something for everyone; nothing stays of it. */
export class LaserAct implements HandAct {
	readonly #open: OpenBoard;

	constructor(open: OpenBoard, first: HandPoint) {
		this.#open = open;
		this.move([first]);
	}

	move(points: HandPoint[]): void {
		const { laser, sheet } = this.#open;
		laser.follow(
			sheet.id,
			points.map(({ spot }) => onSheet(spot))
		);
	}

	end(): void {
		this.#open.laser.lift();
	}

	cancel(): void {
		this.end();
	}
}
