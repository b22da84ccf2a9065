import { newBoardId } from '#lib/domain/board.ts';
import { packInk, PIECE_POINTS, type InkPoint } from '#lib/domain/board-ink.ts';
import { pieceKey, putPiece, type NewStroke } from '#lib/domain/board-strokes.ts';
import { inkOnSheet, type HandAct, type HandPoint } from './hand-act.ts';
import { LIVE_INK_BYTES, type LiveInk } from './live-ink.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** Points closer than this, in CSS pixels, say nothing new. */
const LEAST_STEP_PX = 1.2;
/** A second finger within this many points means 'pinch', not 'draw'. */
const FRESH_POINTS = 10;
/** How often the size of what is drawn is looked at, in points. */
const WEIGH_EVERY = 64;

/** A line being drawn: shown at once here, by presence to the others, committed when the pen goes up. */
export class DrawAct implements HandAct {
	readonly #open: OpenBoard;
	readonly #stroke: NewStroke;
	readonly #id = newBoardId();
	readonly #pressed: boolean;
	readonly #leastStep: number;
	#piece = 0;
	#points: InkPoint[];
	/** The part that is not committed yet. */
	live = $state.raw<LiveInk | null>(null);

	constructor(open: OpenBoard, first: HandPoint, isPen: boolean) {
		const { tools, state, view } = open;
		this.#open = open;
		this.#stroke = {
			by: state.person,
			sheet: open.sheet.id,
			pen: tools.inkPen,
			width: tools.width,
			marker: tools.tool === 'marker',
			turn: state.ink.nextTurn()
		};
		this.#pressed = isPen;
		this.#leastStep = LEAST_STEP_PX / view.lie.scale;
		this.#points = [inkOnSheet(first)];
		state.acts.beginLongAct();
		this.#show();
	}

	/** Whether it can still be taken for the first finger of a pinch. */
	get isFresh(): boolean {
		return this.#piece === 0 && this.#points.length < FRESH_POINTS;
	}

	move(points: HandPoint[]): void {
		for (const point of points.map(inkOnSheet)) {
			const [x, y] = this.#points.at(-1)!;
			if (Math.hypot(point[0] - x, point[1] - y) >= this.#leastStep) this.#points.push(point);
			if (this.#isFull) this.#commit();
		}
		this.#show();
	}

	end(): void {
		const isLeft = this.#piece === 0 || this.#points.length > 1;
		if (isLeft && this.#open.mayEdit) this.#commit();
		else if (isLeft) this.#hold();
		this.#finish('committed');
	}

	cancel(): void {
		if (!this.isFresh) return this.end();
		this.#finish('given-up');
	}

	drop(): void {
		this.#finish('given-up');
	}

	get #isFull(): boolean {
		const { length } = this.#points;
		if (length >= PIECE_POINTS) return true;
		return length % WEIGH_EVERY === 0 && packInk(this.#ink).length > LIVE_INK_BYTES;
	}

	get #ink() {
		return { points: this.#points, pressed: this.#pressed };
	}

	#commit(): void {
		const { state, mayEdit } = this.#open;
		// Paused in the middle of a long line: it goes on under the pen, and is held when the pen goes up.
		if (!mayEdit) return;
		const key = pieceKey(this.#id, this.#piece);
		state.acts.act(() => putPiece(state.board, key, { ...this.#stroke, ink: this.#ink }));
		this.#piece += 1;
		this.#points = [this.#points.at(-1)!];
	}

	#hold(): void {
		const { sheet, pen, width, marker } = this.#stroke;
		this.#open.held = [...this.#open.held, { sheet, pen, width, marker, ink: this.#ink }];
	}

	#show(): void {
		const { sheet, pen, width, marker } = this.#stroke;
		this.live = { stroke: this.#id, piece: this.#piece, sheet, pen, width, marker, ink: this.#ink };
		if (packedFits(this.#points.length)) this.#open.presence.draw(this.live);
	}

	#finish(how: 'committed' | 'given-up'): void {
		const { acts } = this.#open.state;
		if (how === 'given-up') acts.dropLongAct();
		else acts.endLongAct();
		this.#open.presence.lift(how);
		this.live = null;
	}
}

/** While the board is paused a line may outgrow what presence can carry. */
const packedFits = (points: number) => points <= PIECE_POINTS;
