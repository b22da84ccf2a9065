import type { PersonId } from '#lib/domain/ids.ts';
import type { LinkNote } from './link-note.ts';

/** What has not changed is told again at every so many samples, so that the other side knows that it still holds. */
export const REPEATED_AT = 3;
/** And whole, with what takes the most room in it, at every so many of those: a note may have been dropped. */
const WHOLE_AT = 4;

/** What each person was told, so that it is not told over and over: while nobody speaks, notes were a fifth of all that is sent. */
export class ToldNotes {
	readonly #told = new Map<PersonId, { note: string; samples: number }>();

	/** The note to send at this sample; null for none. Without a proof, the one before still holds. */
	worthSaying(person: PersonId, note: LinkNote): LinkNote | null {
		const said = JSON.stringify(note);
		const told = this.#told.get(person);
		const samples = told?.note === said ? told.samples + 1 : 0;
		this.#told.set(person, { note: said, samples });
		if (samples % REPEATED_AT !== 0) return null;
		return samples % (REPEATED_AT * WHOLE_AT) === 0 ? note : { ...note, proof: undefined };
	}

	/** They know nothing of me yet. */
	forget(person: PersonId): void {
		this.#told.delete(person);
	}
}
