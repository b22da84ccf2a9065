import { FIRST_SHEET } from '#lib/domain/board-sheets.ts';
import {
	MARKER_WIDTHS,
	PEN_WIDTHS,
	type NoteTint,
	type PenName,
	type PenSize
} from '#lib/domain/board-pens.ts';
import type { Box, Spot } from '#lib/domain/board.ts';
import type { ShapeForm, ShapeKind } from '#lib/domain/board-shape.ts';
import type { Ends } from '#lib/domain/board-shape-path.ts';
import type { StampName } from '#lib/domain/board-stamps.ts';

export type Tool = 'choose' | 'pen' | 'marker' | 'eraser' | 'note' | 'text' | 'shape' | 'stamp' | 'laser';

/** A shape under the hand: a new one, or one of the board as it will be. */
interface Shaping {
	id: string | null;
	form: Pick<ShapeForm, 'kind' | 'stamp' | 'pen' | 'angle'>;
	ends: Ends;
}

/** How a note will lie. */
interface NoteShape {
	id: string;
	spot: Spot;
	scale: number;
	angle: number;
}

/** What I hold and what I have chosen: of no concern to anybody else. */
export class BoardTools {
	tool = $state<Tool>('pen');
	pen = $state<PenName>('teal');
	markerPen = $state<PenName>('ochre');
	size = $state<PenSize>('medium');
	tint = $state<NoteTint>('sun');
	shape = $state<Exclude<ShapeKind, 'stamp' | 'picture'>>('rectangle');
	stamp = $state<StampName>('star');
	sheet = $state(FIRST_SHEET);
	/** Whether notes carry their author's name. */
	showNames = $state(false);
	/** Whether who made a thing is in what is read out of it. */
	readsNames = $state(true);
	/** Ids of the notes, shapes and strokes that are chosen. */
	chosen = $state.raw<readonly string[]>([]);
	/** Ids of what goes when the eraser lifts. */
	leaving = $state.raw<readonly string[]>([]);
	/** The note whose words are being written: on the sheet, or where it is too small for that, in the bar. */
	editing = $state.raw<{ note: string; where: 'sheet' | 'bar' } | null>(null);
	/** How far what is chosen has been carried and not put down yet, in sheet units. */
	carried = $state.raw<{ dx: number; dy: number } | null>(null);
	shaping = $state.raw<Shaping | null>(null);
	/** A note under the hand as it will be: larger, smaller or turned. */
	noteShaping = $state.raw<NoteShape | null>(null);
	/** What was copied, to be put on this or another sheet. */
	copied = $state.raw<readonly string[]>([]);
	/** The frame drawn around things to choose them. */
	frame = $state.raw<Box | null>(null);
	/** What was just done, for people who do not see it. */
	said = $state('');

	get width(): number {
		return (this.tool === 'marker' ? MARKER_WIDTHS : PEN_WIDTHS)[this.size];
	}

	get inkPen(): PenName {
		return this.tool === 'marker' ? this.markerPen : this.pen;
	}

	set inkPen(pen: PenName) {
		if (this.tool === 'marker') this.markerPen = pen;
		else this.pen = pen;
	}

	take(tool: Tool): void {
		this.tool = tool;
		this.editing = null;
		if (tool !== 'choose') this.choose([]);
	}

	choose(ids: readonly string[]): void {
		this.chosen = ids;
		if (this.editing && !ids.includes(this.editing.note)) this.editing = null;
	}

	turnTo(sheet: string): void {
		if (this.sheet === sheet) return;
		this.sheet = sheet;
		this.editing = null;
		this.choose([]);
	}
}
