import type { HandAct, HandPoint } from './hand-act.ts';
import type { Box } from '#lib/domain/board.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** A hand that moves less than this only points, in CSS pixels. */
const STILL_PX = 4;

interface Aim {
	/** The note or shape under the hand, or null. */
	thing: string | null;
	/** The line drawn by hand under it, or null. */
	line: string | null;
	/** With Shift, things are added to what is chosen. */
	isAdding: boolean;
}

/** Choosing things, and carrying what is chosen. On an empty spot a frame is drawn around what to choose. */
export class ChooseAct implements HandAct {
	readonly #open: OpenBoard;
	readonly #from: HandPoint;
	readonly #hit: string | null;
	readonly #wasChosen: boolean;
	#moved = false;

	constructor(open: OpenBoard, first: HandPoint, { thing, line, isAdding }: Aim) {
		const { state, tools } = open;
		this.#open = open;
		this.#from = first;
		// Notes lie over lines, and lines over shapes.
		const isNote = thing !== null && state.note(thing) !== null;
		this.#hit = isNote ? thing : (line ?? thing);
		this.#wasChosen = this.#hit !== null && tools.chosen.includes(this.#hit);
		if (this.#hit === null) {
			if (!isAdding) tools.choose([]);
			return;
		}
		if (this.#wasChosen) return;
		const hits = state.withGroups([this.#hit]);
		tools.choose(isAdding ? [...tools.chosen, ...hits] : hits);
	}

	move(points: HandPoint[]): void {
		const { spot } = points.at(-1)!;
		const [dx, dy] = [spot.x - this.#from.spot.x, spot.y - this.#from.spot.y];
		const { tools, view } = this.#open;
		this.#moved ||= Math.hypot(dx, dy) * view.lie.scale > STILL_PX;
		if (!this.#moved) return;
		if (this.#hit === null) tools.frame = boxBetween(this.#from.spot, spot);
		else if (this.#carries.length > 0) tools.carried = { dx, dy };
	}

	end(): void {
		const { tools, state } = this.#open;
		const { carried, frame } = tools;
		this.cancel();
		if (carried) {
			state.shift(this.#carries, carried);
			this.#open.say('Moved');
		} else if (frame) tools.choose(this.#within(frame));
		else if (this.#wasChosen && !this.#moved) this.#write();
	}

	cancel(): void {
		this.#open.tools.carried = null;
		this.#open.tools.frame = null;
	}

	/** A second tap on an own note opens its words. */
	#write(): void {
		const { tools, state } = this.#open;
		const note = tools.chosen.length === 1 && this.#hit ? state.note(this.#hit) : null;
		if (note && this.#open.mayWrite(note)) this.#open.startWriting(note.id);
	}

	get #carries(): string[] {
		return this.#open.carriable(this.#open.tools.chosen);
	}

	#within(frame: Box): string[] {
		const { state, sheet } = this.#open;
		const shapes = state.shapes.filter(({ place }) => place.sheet === sheet.id);
		const all = [...state.notesOn(sheet.id), ...shapes, ...state.ink.on(sheet.id)];
		const inside = all.filter((thing) => {
			const box = this.#open.mayErase(thing) ? state.boxOf(thing.id) : null;
			return box !== null && isInside(frame, box);
		});
		return state.withGroups(inside.map((thing) => thing.id));
	}
}

function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
	const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
	return { left, right, top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
}

const isInside = (frame: Box, box: Box) =>
	box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
