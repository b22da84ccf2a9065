import * as Y from 'yjs';
import { InkIndex } from '../../../src/lib/board/ink-index.ts';
import { InkLayers, type InkWindow } from '../../../src/lib/board/ink-layers.ts';
import { InkPainter } from '../../../src/lib/board/ink-painter.ts';
import { boardDocument, type BoardDocument } from '../../../src/lib/domain/board.ts';
import { addStroke } from '../../../src/lib/domain/board-strokes.ts';
import { newId, type PersonId } from '../../../src/lib/domain/ids.ts';
import { sampleStrokes } from '../../bench/board/page/sample-ink.ts';

const SIZE = { width: 640, height: 400 };
const AUTHOR = newId<'person'>() as PersonId;

/** Where the window lies, in CSS pixels, and how close. */
export type Look = { scale: number; x: number; y: number };

/** What a browser test asks of a window of ink. */
export interface InkPage {
	/** Shows a sheet with so many lines at the first look, then goes to the others, one after the other. */
	show(lines: number, looks: Look[]): Promise<void>;
	/** The same as `show`; while the last look is being painted, a line comes and another goes. */
	showWithChange(lines: number, looks: Look[]): Promise<void>;
	/** How many pixels differ visibly from the same ink painted at once in a window of its own, and how many are inked. */
	compare(): Promise<{ different: number; inked: number }>;
}

/** Next to nothing of what an eye tells apart: two ways of blending differ by so much. */
const UNSEEN = 24;

let board: BoardDocument;
let index: InkIndex;
let shown: { painter: InkPainter; canvases: HTMLCanvasElement[]; look: Look };

const windowAt = (lie: Look): InkWindow => ({ sheet: '1', lie, theme: 'light', ...SIZE });

function paintOn(canvases: HTMLCanvasElement[]) {
	let heard: (lie: Look) => void = () => undefined;
	const painter = new InkPainter(index, new InkLayers(canvases[0]!, canvases[1]!), (lie) => heard(lie));
	const goTo = (look: Look, meanwhile?: () => void) =>
		new Promise<void>((resolve) => {
			heard = () => resolve();
			painter.show(windowAt(look));
			meanwhile?.();
		});
	return { painter, goTo };
}

const newCanvases = () => Array.from({ length: 2 }, () => document.createElement('canvas'));

async function show(lines: number, looks: Look[], meanwhile?: () => void): Promise<void> {
	board = boardDocument(new Y.Doc());
	sampleStrokes(lines).forEach((stroke, turn) =>
		addStroke(board, { ...stroke, by: AUTHOR, sheet: '1', turn, marker: turn % 7 === 0 })
	);
	index = new InkIndex(board);
	const canvases = newCanvases();
	document.body.replaceChildren(...canvases);
	const { painter, goTo } = paintOn(canvases);
	index.onChange((change) => painter.follow(change));
	for (const look of looks.slice(0, -1)) await goTo(look);
	await goTo(looks.at(-1)!, meanwhile);
	shown = { painter, canvases, look: looks.at(-1)! };
}

function change(): void {
	const [first] = board.strokes.keys();
	board.strokes.delete(first!);
	const [stroke] = sampleStrokes(1);
	const points = Array.from(
		{ length: 40 },
		(_, at) => [300 + at * 9, 260 + at * 4, 0.5] as [number, number, number]
	);
	addStroke(board, {
		...stroke!,
		...{ by: AUTHOR, sheet: '1', turn: 9_999, width: 12, ink: { points, pressed: false } }
	});
}

function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
	return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
}

const inkPage: InkPage = {
	show: (lines, looks) => show(lines, looks),
	showWithChange: (lines, looks) => show(lines, looks, change),
	async compare() {
		const fresh = newCanvases();
		const { painter, goTo } = paintOn(fresh);
		await goTo(shown.look);
		let [different, inked] = [0, 0];
		for (const [layer, canvas] of fresh.entries()) {
			const [wanted, got] = [pixelsOf(canvas), pixelsOf(shown.canvases[layer]!)];
			for (let at = 3; at < wanted.length; at += 4) {
				if (wanted[at]! > UNSEEN) inked++;
				if (Math.abs(wanted[at]! - got[at]!) > UNSEEN) different++;
			}
		}
		painter.close();
		shown.painter.close();
		return { different, inked };
	}
};

Object.assign(window, { inkPage });
