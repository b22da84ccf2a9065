import { flushSync } from 'svelte';
import { NOTE_SIZE } from '#lib/domain/board-note-size.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/** A tap with the note or text tool: a new note under the finger, ready for words. */
export class PlaceAct implements HandAct {
	readonly #open: OpenBoard;
	readonly #kind: 'note' | 'text';
	#at: HandPoint;

	constructor(open: OpenBoard, first: HandPoint, kind: 'note' | 'text') {
		this.#open = open;
		this.#kind = kind;
		this.#at = first;
	}

	move(points: HandPoint[]): void {
		this.#at = points.at(-1)!;
	}

	end(): void {
		const { state, tools, sheet, mayEdit } = this.#open;
		if (!mayEdit) return;
		const offset =
			this.#kind === 'note' ? { x: NOTE_SIZE.width / 2, y: NOTE_SIZE.height / 2 } : { x: 16, y: 32 };
		const spot = { x: this.#at.spot.x - offset.x, y: this.#at.spot.y - offset.y };
		const id = state.addNote(sheet.id, { kind: this.#kind, spot, tint: tools.tint, pen: tools.pen });
		// At once, so that a phone opens its keyboard for the tap that asked for it.
		flushSync(() => {
			tools.take('choose');
			this.#open.startWriting(id);
		});
	}

	cancel(): void {
		// Nothing was placed yet.
	}
}
