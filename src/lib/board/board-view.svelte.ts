import { SHEET_HEIGHT, SHEET_WIDTH, type Box, type Spot } from '#lib/domain/board.ts';

/** How a sheet lies in the window on it: a sheet point times `scale`, plus `x` and `y`, in CSS pixels. */
export interface Lie {
	scale: number;
	x: number;
	y: number;
}

const CLOSEST = 4;
/** Air around a sheet that is shown whole, in CSS pixels. */
const AIR = 8;
/** After this long without a move a gesture with wheel or keys is over. */
const SETTLE_MS = 200;

/** Zoom and pan. `lie` changes with each move; `settled` follows when the gesture is over, for what is slow to draw. */
export class BoardView {
	#lie = $state.raw<Lie>({ scale: 0.5, x: 0, y: 0 });
	#settled = $state.raw<Lie>(this.#lie);
	#size = $state.raw({ width: 0, height: 0 });
	#isFitted = true;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Told when the person themselves looks elsewhere. */
	readonly #onOwnMove: () => void;

	constructor(onOwnMove: () => void = () => undefined) {
		this.#onOwnMove = onOwnMove;
	}

	get lie(): Lie {
		return this.#lie;
	}

	get settled(): Lie {
		return this.#settled;
	}

	get size(): { width: number; height: number } {
		return this.#size;
	}

	/** Zoom as people read it: 100 is the whole sheet. */
	get percent(): number {
		return Math.round((this.#lie.scale / this.#fitting) * 100);
	}

	get #fitting(): number {
		const { width, height } = this.#size;
		return Math.max(0.05, Math.min((width - 2 * AIR) / SHEET_WIDTH, (height - 2 * AIR) / SHEET_HEIGHT));
	}

	resize(width: number, height: number): void {
		const before = this.#size;
		this.#size = { width, height };
		if (this.#isFitted || before.width === 0) return this.#fit();
		this.#move({ ...this.#lie, x: this.#lie.x + (width - before.width) / 2 });
		this.settle();
	}

	/** The whole sheet, in the middle. */
	fit(): void {
		this.#onOwnMove();
		this.#fit();
	}

	/** The part of the sheet that is in the window. */
	get part(): Box {
		const { scale, x, y } = this.#settled;
		const { width, height } = this.#size;
		const within = (value: number, most: number) => Math.round(Math.min(Math.max(value / scale, 0), most));
		return {
			...{ left: within(-x, SHEET_WIDTH), right: within(width - x, SHEET_WIDTH) },
			...{ top: within(-y, SHEET_HEIGHT), bottom: within(height - y, SHEET_HEIGHT) }
		};
	}

	/** Brings a part of the sheet into the window, as large as it can be. */
	show({ left, top, right, bottom }: Box): void {
		const { width, height } = this.#size;
		const filling = Math.min(width / (right - left), height / (bottom - top));
		const scale = Math.min(Math.max(filling, this.#fitting), CLOSEST);
		this.#move({
			...{ scale, x: width / 2 - ((left + right) / 2) * scale },
			y: height / 2 - ((top + bottom) / 2) * scale
		});
		this.settle();
	}

	/** Zooms by `factor` and keeps what is under this point of the window where it is. */
	zoomAt(factor: number, at: Spot = { x: this.#size.width / 2, y: this.#size.height / 2 }): void {
		this.#onOwnMove();
		const { scale, x, y } = this.#lie;
		const next = Math.min(Math.max(scale * factor, this.#fitting), CLOSEST);
		const ratio = next / scale;
		this.#move({ scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio });
		this.#settleSoon();
	}

	/** Whether anything was left to see in that direction. */
	panBy(dx: number, dy: number): boolean {
		const before = this.#lie;
		this.#move({ ...before, x: before.x + dx, y: before.y + dy });
		this.#settleSoon();
		const hasMoved = this.#lie.x !== before.x || this.#lie.y !== before.y;
		if (hasMoved) this.#onOwnMove();
		return hasMoved;
	}

	/** Brings a spot of the sheet into the window. */
	reveal(spot: Spot): void {
		const { scale, x, y } = this.#lie;
		const { width, height } = this.#size;
		const at = { x: spot.x * scale + x, y: spot.y * scale + y };
		if (at.x > 0 && at.y > 0 && at.x < width && at.y < height) return;
		this.panBy(width / 2 - at.x, height / 2 - at.y);
	}

	settle(): void {
		clearTimeout(this.#timer);
		this.#settled = this.#lie;
	}

	toSheet(at: Spot): Spot {
		const { scale, x, y } = this.#lie;
		return { x: (at.x - x) / scale, y: (at.y - y) / scale };
	}

	close(): void {
		clearTimeout(this.#timer);
	}

	#fit(): void {
		this.#move({ scale: this.#fitting, x: 0, y: 0 });
		this.#isFitted = true;
		this.settle();
	}

	#settleSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.settle(), SETTLE_MS);
	}

	#move({ scale, x, y }: Lie): void {
		this.#isFitted = false;
		const { width, height } = this.#size;
		this.#lie = {
			scale,
			x: within(x, width, SHEET_WIDTH * scale),
			y: within(y, height, SHEET_HEIGHT * scale)
		};
	}
}

/** A sheet narrower than the window lies in its middle; a wider one leaves no gap at its edges. */
function within(offset: number, window: number, sheet: number): number {
	if (sheet + 2 * AIR <= window + 1) return (window - sheet) / 2;
	return Math.min(AIR, Math.max(offset, window - sheet - AIR));
}
