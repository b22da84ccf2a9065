import { onSheet, type Spot } from '#lib/domain/board.ts';
import { isLine, type ShapeForm } from '#lib/domain/board-shape.ts';
import { thingAt } from '#lib/domain/board-things.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';
import { placeShape, usualSpan } from './place-shape.ts';

/** A hand that moves less than this asks for a shape of the usual size, in CSS pixels. */
const STILL_PX = 8;

/** Drawing a shape from one corner to the other, or a line from end to end. A tap sets one of the usual size. */
export class ShapeAct implements HandAct {
	readonly #open: OpenBoard;
	readonly #from: Spot;
	readonly #form: Pick<ShapeForm, 'kind' | 'stamp' | 'pen' | 'angle'>;
	#to: Spot;

	constructor(open: OpenBoard, first: HandPoint) {
		const { tool, shape, stamp, pen } = open.tools;
		this.#open = open;
		this.#from = onSheet(first.spot);
		this.#to = this.#from;
		const isStamp = tool === 'stamp';
		this.#form = { kind: isStamp ? 'stamp' : shape, stamp: isStamp ? stamp : null, pen, angle: 0 };
	}

	move(points: HandPoint[]): void {
		this.#to = onSheet(points.at(-1)!.spot);
		const { spot, span } = this.#drawn;
		const end = { x: spot.x + span.x, y: spot.y + span.y };
		this.#open.tools.shaping = { id: null, form: this.#form, ends: { start: spot, end } };
	}

	end(): void {
		const { sheet, state, mayEdit } = this.#open;
		this.cancel();
		if (!mayEdit) return;
		const attached = (spot: Spot) =>
			this.#form.kind === 'arrow' && !this.#isStill
				? thingAt(state.board, { ...spot, sheet: sheet.id })
				: null;
		const [from, to] = [attached(this.#from), attached(this.#to)];
		// Within one thing an arrow is just an arrow.
		const held = from === to ? { from: null, to: null } : { from, to };
		placeShape(this.#open, { ...this.#form, ...held, ...this.#drawn });
	}

	cancel(): void {
		this.#open.tools.shaping = null;
	}

	get #isStill(): boolean {
		const { x, y } = this.#from;
		return Math.hypot(this.#to.x - x, this.#to.y - y) * this.#open.view.lie.scale < STILL_PX;
	}

	get #drawn(): { spot: Spot; span: Spot } {
		const [from, to] = [this.#from, this.#to];
		const { kind } = this.#form;
		if (this.#isStill) {
			const span = usualSpan(kind);
			return { spot: { x: from.x - span.x / 2, y: from.y - span.y / 2 }, span };
		}
		const by = { x: to.x - from.x, y: to.y - from.y };
		if (isLine(kind)) return { spot: from, span: by };
		const wide = kind === 'stamp' ? Math.max(Math.abs(by.x), Math.abs(by.y)) : null;
		const span = { x: wide ?? Math.abs(by.x), y: wide ?? Math.abs(by.y) };
		return { spot: { x: by.x < 0 ? from.x - span.x : from.x, y: by.y < 0 ? from.y - span.y : from.y }, span };
	}
}
