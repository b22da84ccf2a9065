import type { Spot } from '#lib/domain/board.ts';
import type { InkPoint } from '#lib/domain/board-ink.ts';

/** A point of a hand on the board, in sheet units. */
export interface HandPoint {
	spot: Spot;
	pressure: number;
}

/** What a hand does from down to up. */
export interface HandAct {
	move(points: HandPoint[]): void;
	end(): void;
	/** Given up: by a second finger, or because the browser took the pointer away. */
	cancel(): void;
}

export const inkPoint = ({ spot, pressure }: HandPoint): InkPoint => [spot.x, spot.y, pressure];
