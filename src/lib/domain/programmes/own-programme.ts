import type { PersonId, ProgrammeId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Programme } from './programme.ts';

/** A part with a key of its own, so that it can move while groups follow the programme. */
export type OwnPart = Part & { key: number };

/** A programme that a facilitator made of their own plans. */
export interface OwnProgramme extends Programme {
	id: ProgrammeId;
	owner: PersonId;
	/** Whether everyone who leads groups here may use it. */
	shared: boolean;
	parts: readonly OwnPart[];
	/** The highest key that was given out: none is given twice. */
	lastKey: number;
	/** The part that was taken out last: it can be put back where it was. */
	removed: { part: OwnPart; index: number } | null;
}

export const PARTS_MOST = 52;

/** With one more session at the end. Throws Refusal. */
export function withPart(programme: OwnProgramme, part: Part): OwnProgramme {
	const { parts } = withRoom(programme);
	const key = programme.lastKey + 1;
	return { ...programme, parts: [...parts, { ...part, key }], lastKey: key };
}

/** With a session moved by one place; null when it cannot move further. Throws Refusal. */
export function withPartMoved(programme: OwnProgramme, key: number, by: -1 | 1): OwnProgramme | null {
	const { part, index } = standing(programme, key);
	if (!programme.parts[index + by]) return null;
	const others = programme.parts.filter((one) => one !== part);
	return { ...programme, parts: others.toSpliced(index + by, 0, part) };
}

export function withoutPart(programme: OwnProgramme, key: number): OwnProgramme {
	const { part, index } = standing(programme, key);
	return {
		...programme,
		parts: programme.parts.filter((one) => one !== part),
		removed: { part, index }
	};
}

/** With what was taken out last back in its place. Throws Refusal. */
export function withPartBack(programme: OwnProgramme): OwnProgramme {
	const { removed } = programme;
	if (!removed) throw new Refusal('not-found', 'There is nothing to put back.');
	const { parts } = withRoom(programme);
	return { ...programme, parts: parts.toSpliced(removed.index, 0, removed.part), removed: null };
}

export function withPartNamed(
	programme: OwnProgramme,
	key: number,
	words: Pick<Part, 'title' | 'aim'>
): OwnProgramme {
	const { part } = standing(programme, key);
	return { ...programme, parts: programme.parts.map((one) => (one === part ? { ...part, ...words } : one)) };
}

function standing({ parts }: OwnProgramme, key: number): { part: OwnPart; index: number } {
	const index = parts.findIndex((part) => part.key === key);
	const part = parts[index];
	if (!part) throw new Refusal('not-found', 'This session is no longer in the programme.');
	return { part, index };
}

function withRoom(programme: OwnProgramme): OwnProgramme {
	if (programme.parts.length < PARTS_MOST) return programme;
	throw new Refusal('conflict', `A programme holds at most ${PARTS_MOST} sessions.`, 'from');
}
