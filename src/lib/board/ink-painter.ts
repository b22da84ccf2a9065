import { PENS } from '#lib/domain/board-pens.ts';
import type { Stroke } from '#lib/domain/board-strokes.ts';
import type { InkChange, InkIndex } from './ink-index.ts';
import type { Lie } from './board-view.svelte.ts';

/** Finer than this shows no more ink but costs four times the memory. */
const FINEST_PIXELS = 2;

interface Painted {
	sheet: string;
	lie: Lie;
	theme: 'light' | 'dark';
	width: number;
	height: number;
}

/**
 * Finished ink on two canvases: highlighter under, pens over. Both are as large as the window; a new stroke is
 * painted over what is there, everything is painted again only when the view, the sheet or the theme changed.
 */
export class InkPainter {
	readonly #index: InkIndex;
	readonly #markers: CanvasRenderingContext2D;
	readonly #pens: CanvasRenderingContext2D;
	#painted: Painted | null = null;
	#frame = 0;

	constructor(index: InkIndex, markers: HTMLCanvasElement, pens: HTMLCanvasElement) {
		this.#index = index;
		this.#markers = contextOf(markers);
		this.#pens = contextOf(pens);
	}

	/** Shows the ink as it lies now. */
	show(wanted: Painted): void {
		const before = this.#painted;
		this.#painted = wanted;
		if (!before || before.width !== wanted.width || before.height !== wanted.height) this.#resize(wanted);
		this.#paintAllSoon();
	}

	follow({ added, gone }: InkChange): void {
		if (gone || !this.#painted) return this.#paintAllSoon();
		const { sheet } = this.#painted;
		for (const stroke of added) if (stroke.sheet === sheet) this.#paint(stroke);
	}

	close(): void {
		cancelAnimationFrame(this.#frame);
	}

	#paintAllSoon(): void {
		cancelAnimationFrame(this.#frame);
		this.#frame = requestAnimationFrame(() => this.#paintAll());
	}

	#paintAll(): void {
		if (!this.#painted) return;
		const { sheet, lie, width, height } = this.#painted;
		const pixels = finePixels();
		for (const context of [this.#markers, this.#pens]) {
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.clearRect(0, 0, context.canvas.width, context.canvas.height);
			context.setTransform(lie.scale * pixels, 0, 0, lie.scale * pixels, lie.x * pixels, lie.y * pixels);
		}
		const window = {
			left: -lie.x / lie.scale,
			top: -lie.y / lie.scale,
			right: (width - lie.x) / lie.scale,
			bottom: (height - lie.y) / lie.scale
		};
		for (const stroke of this.#index.on(sheet)) {
			const box = this.#index.boxOf(stroke);
			const isSeen =
				box.right >= window.left &&
				box.left <= window.right &&
				box.bottom >= window.top &&
				box.top <= window.bottom;
			if (isSeen) this.#paint(stroke);
		}
	}

	#paint(stroke: Stroke): void {
		const context = stroke.marker ? this.#markers : this.#pens;
		context.fillStyle = PENS[stroke.pen][this.#painted!.theme];
		context.fill(this.#index.pathOf(stroke));
	}

	#resize({ width, height }: Painted): void {
		const pixels = finePixels();
		for (const { canvas } of [this.#markers, this.#pens]) {
			canvas.width = Math.max(1, Math.round(width * pixels));
			canvas.height = Math.max(1, Math.round(height * pixels));
		}
	}
}

const finePixels = () => Math.min(globalThis.devicePixelRatio || 1, FINEST_PIXELS);

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser has no canvas to draw on.');
	return context;
}
