import type * as Y from 'yjs';
import { checkInPlaces, draftedCheckIn, givenCheckIn, type CheckInDraft } from '#lib/domain/check-in.ts';
import type { StepId } from '#lib/domain/ids.ts';
import { boundTo } from '#lib/room/text-binding.ts';
import { watchDocument } from '#lib/room/watch-document.ts';

/** A member's check-in in one step: the draft in their own document, and what they gave of it. */
export class CheckInState {
	readonly #places: ReturnType<typeof checkInPlaces>;
	readonly #watch: () => void;
	readonly #doc: Y.Doc;
	readonly #step: StepId;

	constructor(doc: Y.Doc, step: StepId) {
		this.#doc = doc;
		this.#step = step;
		this.#places = checkInPlaces(doc, step);
		this.#watch = watchDocument(doc);
	}

	readonly draft: CheckInDraft = $derived.by(() => {
		this.#watch();
		return draftedCheckIn(this.#doc, this.#step);
	});

	readonly given: CheckInDraft | null = $derived.by(() => {
		this.#watch();
		return givenCheckIn(this.#doc, this.#step);
	});

	/** Null takes the answer away. */
	set<Key extends Exclude<keyof CheckInDraft, 'word'>>(key: Key, value: CheckInDraft[Key]): void {
		if (value === null) this.#places.values.delete(key);
		else this.#places.values.set(key, value);
	}

	/** For `{@attach}` on the text area of the one word. */
	get boundWord() {
		return boundTo(this.#places.word);
	}

	/** Remembers what was given, so that it is shown after a reload too. */
	keep(given: CheckInDraft): void {
		this.#places.values.set('given', given);
	}
}
