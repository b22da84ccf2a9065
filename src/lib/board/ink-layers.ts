import { PENS } from '#lib/domain/board-pens.ts';
import type { Stroke } from '#lib/domain/board-strokes.ts';
import type { Lie } from './board-view.svelte.ts';
import type { InkIndex } from './ink-index.ts';
import type { Box, Spot } from '#lib/domain/board.ts';

/** Finer than this shows no more ink but costs four times the memory. */
const FINEST_PIXELS = 2;
/** Over a whole window this much more or less moves nothing by a pixel that can be seen. */
const SAME_SCALE = 1e-5;
const UNSEEN_PIXELS = 0.05;
/** Of a line that was put away, for those who still see it. */
const FAINT = 0.35;

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
	/** What browsers gathered and have not painted yet. */
	readonly #unpainted = new Set<CanvasRenderingContext2D>();
	#window: InkWindow | null = null;
	/** Device pixels to a CSS pixel when it was last prepared. */
	#pixels = 1;

	constructor(markers: HTMLCanvasElement, pens: HTMLCanvasElement, { isRead = false } = {}) {
		this.#markers = contextOf(markers, isRead);
		this.#pens = contextOf(pens, isRead);
	}

	/** Empties both for a window. */
	prepare(window: InkWindow): void {
		this.#window = window;
		this.#pixels = finePixels();
		for (const context of [this.#markers, this.#pens]) {
			this.#fit(context.canvas, window);
			// Takes away the clip of `keep`, too.
			context.reset();
			this.#lay(context);
			context.canvas.hidden = true;
		}
		this.#unpainted.clear();
	}

	paint(stroke: Stroke, index: InkIndex): void {
		if (!this.#window) return;
		const context = stroke.marker ? this.#markers : this.#pens;
		context.fillStyle = PENS[stroke.pen][this.#window.theme];
		context.globalAlpha = index.isFaint(stroke) ? FAINT : 1;
		context.fill(index.pathOf(stroke));
		context.globalAlpha = 1;
		context.canvas.hidden = false;
		this.#unpainted.add(context);
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
		for (const context of this.#unpainted) context.getImageData(0, 0, 1, 1);
		this.#unpainted.clear();
	}

	/**
	 * Takes over what another pair shows of the same part of the same sheet, as large, so that only the edges that came
	 * into the window are left to be painted: `paint` paints nothing else from now on. These parts of the sheet, or null
	 * where nothing can be taken over.
	 */
	keep(from: InkLayers): Box[] | null {
		const [now, before] = [this.#window!, from.#window];
		const by = before && from.#pixels === this.#pixels ? wholePixels(before, now, this.#pixels) : null;
		if (!by) return null;
		const { width, height } = this.#pens.canvas;
		const edges = edgesOf(by, { width, height });
		for (const [context, source] of this.#withSameOf(from)) {
			context.setTransform(1, 0, 0, 1, 0, 0);
			if (!source.canvas.hidden) context.drawImage(source.canvas, by.x, by.y);
			context.canvas.hidden = source.canvas.hidden;
			context.beginPath();
			for (const { left, top, right, bottom } of edges) context.rect(left, top, right - left, bottom - top);
			context.clip();
			this.#lay(context);
		}
		return edges.map((edge) => onSheet(edge, now, this.#pixels));
	}

	/** Shows what another pair holds. */
	copy(from: InkLayers): void {
		if (!from.#window) return;
		this.prepare(from.#window);
		for (const [context, source] of this.#withSameOf(from)) {
			if (source.canvas.hidden) continue;
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.drawImage(source.canvas, 0, 0);
			context.canvas.hidden = false;
			this.#lay(context);
		}
	}

	#withSameOf(other: InkLayers) {
		return [
			[this.#markers, other.#markers],
			[this.#pens, other.#pens]
		] as const;
	}

	#lay(context: CanvasRenderingContext2D): void {
		const pixels = this.#pixels;
		const { scale, x, y } = this.#window!.lie;
		context.setTransform(scale * pixels, 0, 0, scale * pixels, x * pixels, y * pixels);
	}

	#fit(canvas: HTMLCanvasElement, { width, height }: InkWindow): void {
		const [w, h] = [width, height].map((length) => Math.max(1, Math.round(length * this.#pixels)));
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

/** How far the ink has moved between two windows, in device pixels, if that is all and they are whole ones. */
function wholePixels(before: InkWindow, now: InkWindow, pixels: number): Spot | null {
	const isSame = (['sheet', 'theme', 'width', 'height'] as const).every((key) => before[key] === now[key]);
	if (!isSame || Math.abs(now.lie.scale / before.lie.scale - 1) > SAME_SCALE) return null;
	const x = (now.lie.x - before.lie.x) * pixels;
	const y = (now.lie.y - before.lie.y) * pixels;
	const isWhole = [x, y].every((length) => Math.abs(length - Math.round(length)) < UNSEEN_PIXELS);
	return isWhole ? { x: Math.round(x), y: Math.round(y) } : null;
}

/** What is empty in a canvas after all of it moved. */
function edgesOf({ x, y }: Spot, { width, height }: { width: number; height: number }): Box[] {
	const edges = [
		{ left: 0, top: 0, right: width, bottom: y },
		{ left: 0, top: height + y, right: width, bottom: height },
		{ left: 0, top: 0, right: x, bottom: height },
		{ left: width + x, top: 0, right: width, bottom: height }
	];
	return edges.filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

function onSheet({ left, top, right, bottom }: Box, { lie }: InkWindow, pixels: number): Box {
	const across = (x: number) => (x / pixels - lie.x) / lie.scale;
	const down = (y: number) => (y / pixels - lie.y) / lie.scale;
	return { left: across(left), top: down(top), right: across(right), bottom: down(bottom) };
}

const finePixels = () => Math.min(globalThis.devicePixelRatio || 1, FINEST_PIXELS);

function contextOf(canvas: HTMLCanvasElement, isRead: boolean): CanvasRenderingContext2D {
	const context = canvas.getContext('2d', { willReadFrequently: isRead });
	if (!context) throw new Error('This browser has no canvas to draw on.');
	return context;
}
