import { SHEET_HEIGHT, SHEET_WIDTH } from '../../../../src/lib/domain/board.ts';
import type { InkPoint } from '../../../../src/lib/domain/board-ink.ts';

export type Points = InkPoint[];

/** A sheet point times `scale`, plus `x` and `y`, in sheet units of the whole sheet. */
export interface PlainView {
	scale: number;
	x: number;
	y: number;
}

interface Hears {
	draw(points: Points): void;
	lift(): void;
	look(view: PlainView): void;
}

const WHEEL_ZOOM = 0.0022;

/** Pointer and wheel on the boards that ours is measured beside: the same gestures, nothing else. */
export class PlainWindow {
	readonly #host: HTMLElement;
	readonly #listening = new AbortController();
	#view: PlainView = { scale: 1, x: 0, y: 0 };
	#points: Points | null = null;

	constructor(host: HTMLElement, { draw, lift, look }: Hears) {
		this.#host = host;
		const { signal } = this.#listening;
		const options = { signal, passive: false };
		host.addEventListener('pointerdown', (event) => (this.#points = [this.#spot(event)]), options);
		host.addEventListener(
			'pointermove',
			(event) => {
				if (!this.#points) return;
				this.#points.push(this.#spot(event));
				draw(this.#points);
			},
			options
		);
		const up = () => {
			this.#points = null;
			lift();
		};
		host.addEventListener('pointerup', up, options);
		host.addEventListener(
			'wheel',
			(event) => {
				event.preventDefault();
				look((this.#view = this.#after(event)));
			},
			options
		);
	}

	close(): void {
		this.#listening.abort();
	}

	#after(event: WheelEvent): PlainView {
		const { scale, x, y } = this.#view;
		if (!event.ctrlKey) return { scale, x: x - event.deltaX, y: y - event.deltaY };
		const factor = Math.exp(-event.deltaY * WHEEL_ZOOM);
		const [middleX, middleY] = [SHEET_WIDTH / 2, SHEET_HEIGHT / 2];
		return {
			scale: scale * factor,
			x: middleX - (middleX - x) * factor,
			y: middleY - (middleY - y) * factor
		};
	}

	#spot({ clientX, clientY }: PointerEvent): InkPoint {
		const { left, top, width, height } = this.#host.getBoundingClientRect();
		const { scale, x, y } = this.#view;
		const across = ((clientX - left) / width) * SHEET_WIDTH;
		const down = ((clientY - top) / height) * SHEET_HEIGHT;
		return [(across - x) / scale, (down - y) / scale, 0.5];
	}
}
