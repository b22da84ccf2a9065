import type { HandAct, HandPoint } from './hand-act.ts';
import { NOTE_SIZE } from '#lib/domain/board-notes.ts';
import type { Box } from './ink-index.ts';
import type { OpenBoard } from './open-board.svelte.ts';

const REACH_PX = 10;
/** A hand that moves less than this only points, in CSS pixels. */
const STILL_PX = 4;

interface Aim {
	/** The note under the hand, or null. */
	note: string | null;
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

	constructor(open: OpenBoard, first: HandPoint, { note, isAdding }: Aim) {
		const { state, tools, sheet, view } = open;
		this.#open = open;
		this.#from = first;
		const reach = REACH_PX / view.lie.scale;
		const stroke = state.ink.at({ ...first.spot, sheet: sheet.id }, reach, (one) => open.mayMove(one));
		this.#hit = note ?? stroke?.id ?? null;
		this.#wasChosen = this.#hit !== null && tools.chosen.includes(this.#hit);
		if (this.#hit === null) {
			if (!isAdding) tools.choose([]);
		} else if (!this.#wasChosen) tools.choose(isAdding ? [...tools.chosen, this.#hit] : [this.#hit]);
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

	/** What of the chosen can be carried: strokes only by who drew them. */
	get #carries(): string[] {
		const { tools, state, mayEdit } = this.#open;
		return tools.chosen.filter((id) => {
			const note = state.note(id);
			return note ? this.#open.mayMove(note) : mayEdit && state.isOwn(id);
		});
	}

	#within(frame: Box): string[] {
		const { state, sheet } = this.#open;
		const notes = state.notesOn(sheet.id).filter((note) => {
			const { x, y } = note.place;
			if (!this.#open.mayMove(note)) return false;
			const box = { left: x, top: y, right: x + NOTE_SIZE.width, bottom: y + NOTE_SIZE.height };
			return isInside(frame, box);
		});
		const strokes = state.ink
			.on(sheet.id)
			.filter((stroke) => this.#open.mayMove(stroke) && isInside(frame, state.ink.boxOf(stroke)));
		return [...notes, ...strokes].map((thing) => thing.id);
	}
}

function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
	const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
	return { left, right, top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
}

const isInside = (frame: Box, box: Box) =>
	box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
