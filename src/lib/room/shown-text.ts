import type * as Y from 'yjs';
import type { TextEdit } from './text-edit.ts';

type Delta = Y.YTextEvent['delta'];

/**
 * The words as a control shows them while the shared text may have moved on: during a composition other people's changes
 * are held back from the control. It knows where each shown character stands in the shared text, so that what is composed
 * lands where its author saw it.
 */
export class ShownText {
	value: string;
	/** Position in the shared text of each shown character, null once someone removed it; null while both are the same. */
	#places: (number | null)[] | null = null;

	constructor(value: string) {
		this.value = value;
	}

	/** Whether the shared text has changes that the control does not show. */
	get isBehind(): boolean {
		return this.#places !== null;
	}

	/** Where a caret at `index` of the shown words stands in the shared text: after the nearest character that is left. */
	placeOf(index: number): number {
		if (!this.#places) return index;
		const left = this.#places.slice(0, index).findLast((place) => place !== null);
		return left === undefined ? 0 : left + 1;
	}

	/** Somebody else changed the shared text, and the control does not show it. */
	holdBack(delta: Delta): void {
		this.#places ??= Array.from({ length: this.value.length }, (_, index) => index);
		let at = 0;
		for (const part of delta) {
			if (part.retain !== undefined) at += part.retain;
			else if (typeof part.insert === 'string') {
				this.#shift(at, part.insert.length);
				at += part.insert.length;
			} else if (part.delete !== undefined) this.#drop(at, part.delete);
		}
	}

	/** Takes the control's own edit into the shown words; returns the changes of the shared text that say the same. */
	edit({ index, remove, insert }: TextEdit): { deletions: { index: number; length: number }[]; at: number } {
		this.value = this.value.slice(0, index) + insert + this.value.slice(index + remove);
		if (!this.#places) return { deletions: remove ? [{ index, length: remove }] : [], at: index };
		const gone = this.#places.slice(index, index + remove).filter((place) => place !== null);
		// From the last to the first, so that no removal moves the next.
		gone.reverse();
		for (const place of gone) this.#drop(place, 1);
		const at = this.placeOf(index);
		this.#shift(at, insert.length);
		this.#places.splice(index, remove, ...Array.from({ length: insert.length }, (_, n) => at + n));
		return { deletions: gone.map((place) => ({ index: place, length: 1 })), at };
	}

	#shift(at: number, by: number): void {
		this.#places = this.#places?.map((place) => (place !== null && place >= at ? place + by : place)) ?? null;
	}

	#drop(at: number, length: number): void {
		const moved = (place: number) => (place < at ? place : place < at + length ? null : place - length);
		this.#places = this.#places?.map((place) => (place === null ? null : moved(place))) ?? null;
	}
}
