import type * as Y from 'yjs';
import type { BoardDocument, Box, Spot } from '#lib/domain/board.ts';
import type { Ink } from '#lib/domain/board-ink.ts';
import {
	addStroke,
	inLayers,
	readStroke,
	strokeOfKey,
	strokesOf,
	type NewStroke,
	type Stroke
} from '#lib/domain/board-strokes.ts';
import { isPutAway } from '#lib/domain/board-put-away.ts';
import { after, latestBesideInk } from '#lib/domain/board-order.ts';
import { distanceToLine } from '#lib/domain/board-touch.ts';
import { inkPath } from '#lib/domain/board-outline.ts';

/** What happened to strokes. One that changed is in both; one that only grew is in `added`, one that was put away or brought back in `gone`. */
export interface InkChange {
	added: Stroke[];
	gone: Stroke[];
}

/** The strokes of a board as they are needed to paint and to point at: read once, then kept up with the document. */
export class InkIndex {
	readonly #board: BoardDocument;
	readonly #isShown: (stroke: Stroke) => boolean;
	readonly #strokes = new Map<string, Stroke>();
	readonly #boxes = new WeakMap<Stroke, Box>();
	readonly #paths = new WeakMap<Stroke, Path2D>();
	readonly #listeners = new Set<(change: InkChange) => void>();

	/** `isShown`: whether a stroke is there for me, at this moment: what is put away is not there for most (S07). */
	constructor(board: BoardDocument, isShown: (stroke: Stroke) => boolean = () => true) {
		this.#board = board;
		this.#isShown = isShown;
		for (const stroke of strokesOf(board)) this.#strokes.set(stroke.id, stroke);
		board.strokes.observe(this.#follow);
		board.hidden.observe(this.#followHidden);
	}

	close(): void {
		this.#board.strokes.unobserve(this.#follow);
		this.#board.hidden.unobserve(this.#followHidden);
		this.#listeners.clear();
	}

	onChange(listener: (change: InkChange) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	get(id: string): Stroke | undefined {
		const stroke = this.#strokes.get(id);
		return stroke && this.#isShown(stroke) ? stroke : undefined;
	}

	/** The strokes of a sheet as they lie on each other. */
	on(sheet: string): Stroke[] {
		return [...this.#strokes.values()]
			.filter((stroke) => stroke.sheet === sheet && this.#isShown(stroke))
			.sort(inLayers);
	}

	/** The turn that puts a new stroke above the others, and after every note. */
	nextTurn(): number {
		let highest = latestBesideInk(this.#board);
		for (const { turn } of this.#strokes.values()) if (turn > highest) highest = turn;
		return after(highest);
	}

	/** Adds a whole stroke above the others. */
	add(stroke: Omit<NewStroke, 'turn'> & { ink: Ink }): string {
		return addStroke(this.#board, { ...stroke, turn: this.nextTurn() });
	}

	/** The topmost stroke of a sheet within `reach` of a spot, among those that `counts`. */
	at(spot: Spot & { sheet: string }, reach: number, counts: (stroke: Stroke) => boolean): Stroke | undefined {
		return this.on(spot.sheet).findLast(
			(stroke) => isNear(stroke, this.boxOf(stroke), { spot, reach }) && counts(stroke)
		);
	}

	/** Whether a stroke that I see was put away: it is painted faintly. */
	isFaint({ id }: Stroke): boolean {
		return isPutAway(this.#board, id);
	}

	boxOf(stroke: Stroke): Box {
		const known = this.#boxes.get(stroke);
		if (known) return known;
		const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
		for (const [x, y] of stroke.ink.points) {
			box.left = Math.min(box.left, x - stroke.width);
			box.right = Math.max(box.right, x + stroke.width);
			box.top = Math.min(box.top, y - stroke.width);
			box.bottom = Math.max(box.bottom, y + stroke.width);
		}
		this.#boxes.set(stroke, box);
		return box;
	}

	pathOf(stroke: Stroke): Path2D {
		const known = this.#paths.get(stroke);
		if (known) return known;
		const path = new Path2D(inkPath(stroke.ink, stroke));
		this.#paths.set(stroke, path);
		return path;
	}

	readonly #follow = (event: Y.YMapEvent<unknown>): void => {
		const change: InkChange = { added: [], gone: [] };
		for (const id of new Set([...event.keysChanged].map(strokeOfKey))) {
			const before = this.#strokes.get(id);
			const now = readStroke(this.#board, id);
			if (now) this.#strokes.set(id, now);
			else this.#strokes.delete(id);
			if (now && this.#isShown(now)) change.added.push(now);
			// A stroke that only grew by a piece is painted over itself.
			if (before && !(now && isGrown(before, now))) change.gone.push(before);
		}
		for (const listener of this.#listeners) listener(change);
	};

	readonly #followHidden = (event: Y.YMapEvent<unknown>): void => {
		const gone = [...event.keysChanged].flatMap((id) => this.#strokes.get(id) ?? []);
		if (gone.length > 0) for (const listener of this.#listeners) listener({ added: [], gone });
	};
}

export const isApart = (a: Box, b: Box) =>
	a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom;

const isGrown = (before: Stroke, now: Stroke) =>
	now.ink.points.length > before.ink.points.length &&
	before.ink.points.every(
		([x, y], index) => x === now.ink.points[index]![0] && y === now.ink.points[index]![1]
	);

function isNear(stroke: Stroke, box: Box, { spot, reach }: { spot: Spot; reach: number }): boolean {
	const { x, y } = spot;
	if (x < box.left - reach || x > box.right + reach || y < box.top - reach || y > box.bottom + reach)
		return false;
	const far = reach + stroke.width / 2;
	const { points } = stroke.ink;
	return points.some(([x, y], index) => {
		const [fromX, fromY] = points[Math.max(0, index - 1)]!;
		return distanceToLine(spot, { x: fromX, y: fromY }, { x, y }) <= far;
	});
}
