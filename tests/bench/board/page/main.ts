import '../../../../src/lib/ui/tokens.css';
import '../../../../src/lib/ui/base.css';
import { nextFrame, type Approach } from './approach.ts';
import { drawTogether, type Together } from './draw-together.ts';
import { drawLine, panAndZoom, zoomIn } from './gestures.ts';
import { documentOf, hearth } from './hearth.ts';
import { plainSvg } from './plain-svg.ts';
import { redrawCanvas } from './redraw-canvas.ts';
import { sampleStrokes } from './sample-ink.ts';

const APPROACHES = { hearth, svg: plainSvg, canvas: redrawCanvas };
export type ApproachName = keyof typeof APPROACHES;
export type Act = 'live' | 'pan' | 'remote';

/** What the bench asks of the page. */
export interface BoardBench {
	open(approach: ApproachName, strokes: number): Promise<void>;
	/** One does something for so many frames, until the screen has come to rest. */
	act(what: Act, frames: number): Promise<void>;
	zoomIn(): Promise<void>;
	settle(): Promise<void>;
	/** Size of a board with so many lines, in bytes. */
	bytes(strokes: number): number;
	/** Gets everything ready to be opened, so that `openPrepared` is the opening alone. */
	prepare(strokes: number): void;
	openPrepared(): Promise<void>;
	/** From now on others draw, too, all at once. */
	together(others: number): void;
	endTogether(): Together;
	close(): void;
}

const host = document.getElementById('board')!;
let shown: Approach | null = null;
let prepared: Uint8Array = new Uint8Array();
let together: ReturnType<typeof drawTogether> | null = null;

/** What hears pointer and wheel: our board's window, or the whole of a plain one. */
const target = () => host.querySelector('.window') ?? host;

const ACTS: Record<Act, (frames: number) => Promise<void>> = {
	live: (frames) => drawLine(target(), frames),
	pan: (frames) => panAndZoom(target(), frames),
	async remote(frames) {
		const line: [number, number, number][] = [];
		for (let frame = 0; frame < frames; frame++) {
			line.push([200 + frame * 6, 300 + Math.sin(frame / 4) * 80, 0.5]);
			shown?.drawRemote([...line]);
			await nextFrame();
		}
		shown?.liftRemote();
	}
};

const bench: BoardBench = {
	async open(approach, strokes) {
		shown = APPROACHES[approach](host);
		await shown.open(sampleStrokes(strokes));
		await bench.settle();
	},
	async act(what, frames) {
		await ACTS[what](frames);
		await bench.settle();
	},
	async zoomIn() {
		zoomIn(target());
		await bench.settle();
	},
	settle: () => new Promise((resolve) => setTimeout(resolve, 400)),
	bytes: (strokes) => documentOf(sampleStrokes(strokes)).length,
	prepare(strokes) {
		prepared = documentOf(sampleStrokes(strokes));
	},
	async openPrepared() {
		const board = hearth(host);
		shown = board;
		await board.load(prepared);
	},
	together(others) {
		together = drawTogether(host, shown as ReturnType<typeof hearth>, others);
	},
	endTogether() {
		return together!.end();
	},
	close() {
		shown?.close();
		shown = null;
	}
};

Object.assign(window, { boardBench: bench });
