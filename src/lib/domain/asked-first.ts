import type { PersonId } from './ids.ts';
import type { Waiting } from './room.ts';

/** Who is let in only after the group was asked (S16): who would look on, and who comes for the first time. */
export type AskedFirst = 'observer' | 'newcomer';

/** Whom the group is asked about now. */
export interface AskedAbout {
	person: PersonId;
	name: string;
	as: AskedFirst;
	at: number;
}

/** What one member said to that, in their own door's document: nobody else can read it. */
export interface OwnConsent {
	/** When the question was asked that this answers. */
	to: number;
	agrees: boolean;
}

/** How the group's answers stand, for the facilitators: who has answered, and, once all have, what came of it. */
export interface ConsentTally {
	answered: PersonId[];
	agreed: boolean | null;
}

/** Why the group has to be asked before this person is let in; null when it need not be. */
export function askedFirst({ place, isNew }: Pick<Waiting, 'place' | 'isNew'>): AskedFirst | null {
	if (place === 'observer') return 'observer';
	return isNew ? 'newcomer' : null;
}

/** What is asked about now, and how the answers stand. */
export interface Question {
	askedAbout: AskedAbout | null;
	consents: ConsentTally | null;
}

/**
 * Of those who wait, whom the group is asked about now: about others only after it, so that no answer is lost. It is
 * over when they are in or sent back, and when somebody would rather not.
 */
export function inQuestion(waiting: Iterable<Waiting>, { askedAbout, consents }: Question): Waiting | null {
	if (!askedAbout || consents?.agreed === false) return null;
	return [...waiting].find(({ person }) => person === askedAbout.person) ?? null;
}
