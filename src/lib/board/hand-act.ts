import { SHEET_HEIGHT, SHEET_WIDTH, type Spot } from '#lib/domain/board.ts';
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
	/** It was a palm: nothing stays of what it did so far. Without this it is given up like any other. */
	drop?(): void;
}

/** Ink ends at the edge of the sheet. */
export function inkOnSheet({ spot, pressure }: HandPoint): InkPoint {
	const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
	return [within(spot.x, SHEET_WIDTH), within(spot.y, SHEET_HEIGHT), pressure];
}
