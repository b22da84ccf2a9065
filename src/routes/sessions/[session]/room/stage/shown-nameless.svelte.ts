import type * as Y from 'yjs';
import type { StepId } from '#lib/domain/ids.ts';
import { watchDocument } from '#lib/room/watch-document.ts';

/**
 * What I have chosen to show without my name, so that I can take it back: nothing that others can read
 * may tell whose it is (S11), so it is remembered in my own document.
 */
export class ShownNameless {
	readonly #doc: () => Y.Doc;
	readonly #step: StepId;

	constructor(doc: () => Y.Doc, step: StepId) {
		this.#doc = doc;
		this.#step = step;
	}

	readonly #watch = $derived.by(() => watchDocument(this.#doc()));

	readonly fields: string[] = $derived.by(() => {
		this.#watch();
		return [...this.#map().keys()];
	});

	note(field: string, isNameless: boolean): void {
		if (isNameless) this.#map().set(field, true);
		else if (this.#map().has(field)) this.#map().delete(field);
	}

	#map(): Y.Map<boolean> {
		return this.#doc().getMap(`shown-nameless:${this.#step}`);
	}
}
