import { PENS } from '#lib/domain/board-pens.ts';
import type { Stroke } from '#lib/domain/board-strokes.ts';
import type { Lie } from './board-view.svelte.ts';
import type { InkIndex } from './ink-index.ts';
import type { Box } from '#lib/domain/board.ts';

/** Finer than this shows no more ink but costs four times the memory. */
const FINEST_PIXELS = 2;

/** A window on a sheet, as ink is painted for it. */
export interface InkWindow {
	sheet: string;
	lie: Lie;
	theme: 'light' | 'dark';
	width: number;
	height: number;
}

/** Two canvases as large as the window: highlighter under, pens over. */
export class InkLayers {
	readonly #markers: CanvasRenderingContext2D;
	readonly #pens: CanvasRenderingContext2D;
	#window: InkWindow | null = null;

	constructor(markers: HTMLCanvasElement, pens: HTMLCanvasElement, { isRead = false } = {}) {
		this.#markers = contextOf(markers, isRead);
		this.#pens = contextOf(pens, isRead);
	}

	/** Empties both for a window. */
	prepare(window: InkWindow): void {
		this.#window = window;
		for (const context of [this.#markers, this.#pens]) {
			this.#fit(context.canvas, window);
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.clearRect(0, 0, context.canvas.width, context.canvas.height);
			this.#lay(context);
		}
	}

	paint(stroke: Stroke, index: InkIndex): void {
		if (!this.#window) return;
		const context = stroke.marker ? this.#markers : this.#pens;
		context.fillStyle = PENS[stroke.pen][this.#window.theme];
		context.fill(index.pathOf(stroke));
	}

	/** Empties one box, and lets `paint` put back what else is in it. */
	mend(box: Box, paint: () => void): void {
		const { left, top, right, bottom } = box;
		for (const context of [this.#markers, this.#pens]) {
			context.save();
			context.beginPath();
			context.rect(left, top, right - left, bottom - top);
			context.clip();
			context.clearRect(left, top, right - left, bottom - top);
		}
		paint();
		for (const context of [this.#markers, this.#pens]) context.restore();
	}

	/** Browsers gather what is painted and do it later, all at once: reading a pixel makes them do it now. */
	settle(): void {
		for (const context of [this.#markers, this.#pens]) context.getImageData(0, 0, 1, 1);
	}

	/** Shows what another pair holds. */
	copy(from: InkLayers): void {
		if (!from.#window) return;
		this.prepare(from.#window);
		for (const [context, source] of [
			[this.#markers, from.#markers],
			[this.#pens, from.#pens]
		] as const) {
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.drawImage(source.canvas, 0, 0);
			this.#lay(context);
		}
	}

	#lay(context: CanvasRenderingContext2D): void {
		const pixels = finePixels();
		const { scale, x, y } = this.#window!.lie;
		context.setTransform(scale * pixels, 0, 0, scale * pixels, x * pixels, y * pixels);
	}

	#fit(canvas: HTMLCanvasElement, { width, height }: InkWindow): void {
		const [w, h] = [width, height].map((length) => Math.max(1, Math.round(length * finePixels())));
		if (canvas.width !== w) canvas.width = w!;
		if (canvas.height !== h) canvas.height = h!;
	}
}

/** The part of a sheet that a window shows. */
export function shownBy({ lie, width, height }: InkWindow): Box {
	return {
		left: -lie.x / lie.scale,
		top: -lie.y / lie.scale,
		right: (width - lie.x) / lie.scale,
		bottom: (height - lie.y) / lie.scale
	};
}

const finePixels = () => Math.min(globalThis.devicePixelRatio || 1, FINEST_PIXELS);

function contextOf(canvas: HTMLCanvasElement, isRead: boolean): CanvasRenderingContext2D {
	const context = canvas.getContext('2d', { willReadFrequently: isRead });
	if (!context) throw new Error('This browser has no canvas to draw on.');
	return context;
}
