import type { Stroke } from '#lib/domain/board-strokes.ts';
import type { Lie } from './board-view.svelte.ts';
import { isApart, type InkChange, type InkIndex } from './ink-index.ts';
import { InkLayers, shownBy, type InkWindow } from './ink-layers.ts';

/** Painting all of a full board takes longer than a frame: it is done in slices, out of sight. */
const SLICE_MS = 8;
/** The clock is looked at after this many strokes. */
const SLICE_STROKES = 40;

/**
 * Finished ink. A new stroke is painted over what is there, a gone one leaves a hole that is mended; everything is
 * painted again only when the view, the sheet or the theme changed, and shown when it is complete.
 */
export class InkPainter {
	readonly #index: InkIndex;
	readonly #front: InkLayers;
	readonly #back = new InkLayers(document.createElement('canvas'), document.createElement('canvas'), {
		isRead: true
	});
	readonly #onShown: (lie: Lie) => void;
	#shown: InkWindow | null = null;
	#job: { window: InkWindow; strokes: Stroke[]; next: number; isEdges: boolean } | null = null;
	#frame = 0;

	constructor(index: InkIndex, front: InkLayers, onShown: (lie: Lie) => void) {
		this.#index = index;
		this.#front = front;
		this.#onShown = onShown;
	}

	/** Shows the ink as it lies in this window. */
	show(window: InkWindow): void {
		this.#back.prepare(window);
		const edges = this.#back.keep(this.#front);
		const parts = edges ?? [shownBy(window)];
		const strokes = this.#index
			.on(window.sheet)
			.filter((stroke) => parts.some((part) => !isApart(this.#index.boxOf(stroke), part)));
		this.#job = { window, strokes, next: 0, isEdges: edges !== null };
		cancelAnimationFrame(this.#frame);
		this.#frame = requestAnimationFrame(() => this.#paintSlice());
	}

	follow({ added, gone }: InkChange): void {
		const { sheet } = this.#shown ?? {};
		for (const stroke of gone) if (stroke.sheet === sheet) this.#mend(stroke);
		for (const stroke of added) if (stroke.sheet === sheet) this.#front.paint(stroke, this.#index);
		const job = this.#job;
		if (!job) return;
		// What the job took over from the front is not what the front shows any more.
		if (gone.length > 0 || job.isEdges) this.show(job.window);
		else job.strokes.push(...added.filter((stroke) => stroke.sheet === job.window.sheet));
	}

	close(): void {
		cancelAnimationFrame(this.#frame);
	}

	#paintSlice(): void {
		const job = this.#job;
		if (!job) return;
		const until = performance.now() + SLICE_MS;
		while (job.next < job.strokes.length && performance.now() < until) {
			const end = Math.min(job.next + SLICE_STROKES, job.strokes.length);
			while (job.next < end) this.#back.paint(job.strokes[job.next++]!, this.#index);
			this.#back.settle();
		}
		if (job.next < job.strokes.length) {
			this.#frame = requestAnimationFrame(() => this.#paintSlice());
			return;
		}
		this.#front.copy(this.#back);
		this.#shown = job.window;
		this.#job = null;
		this.#onShown(job.window.lie);
	}

	#mend(gone: Stroke): void {
		const box = this.#index.boxOf(gone);
		const under = this.#index.on(gone.sheet).filter((stroke) => !isApart(this.#index.boxOf(stroke), box));
		this.#front.mend(box, () => under.forEach((stroke) => this.#front.paint(stroke, this.#index)));
	}
}
