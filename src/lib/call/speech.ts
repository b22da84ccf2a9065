/** Louder than this is speech, on the browser's scale of 0-1. */
const SPEECH_LEVEL = 0.02;
/** The ring stays through the gaps between words. */
const LINGER_MS = 900;
/** One loud moment, such as a cough or a door, is not speech. */
const BEGIN_MS = 250;

/** Whether somebody is speaking, from how loud they are, without flicker. */
export class Speech {
	#loudSince: number | null = null;
	#loudAt = Number.NEGATIVE_INFINITY;
	#speaking = false;

	hear(level: number, at: number): boolean {
		if (level >= SPEECH_LEVEL) {
			this.#loudSince ??= at;
			this.#loudAt = at;
			if (at - this.#loudSince >= BEGIN_MS) this.#speaking = true;
		} else if (at - this.#loudAt > LINGER_MS) {
			this.#speaking = false;
			this.#loudSince = null;
		}
		return this.#speaking;
	}
}
