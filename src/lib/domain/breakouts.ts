import type { Exercise } from './exercise.ts';
import { type GroupKind, leads, type Place } from './group.ts';
import type { BreakoutId, DocumentId, LineId, PersonId, StepId } from './ids.ts';

/** Pairs and small rooms: who is where, what they work on, and until when. */

/** What the people of a room do together: talk only, or talk over a board or one sheet of their own. */
export type BreakoutTask =
	| { kind: 'talk' }
	| { kind: 'board'; template: string }
	| {
			kind: 'sheet';
			exercise: string;
			/** One of the practice's own, as it was when the rooms opened. The server alone puts it here. */
			definition?: Exercise;
	  };

/** Who was put into a room ahead, and into which; rooms count from 1. Facilitators alone read it. */
export type WhoIsWhere = Readonly<Record<PersonId, number>>;

/** A room of a few, with documents that its people and the facilitators alone read. It outlives its closing. */
export interface Breakout {
	id: BreakoutId;
	/** As people say it: 'Room 2'. */
	number: number;
	step: StepId;
	/** Whose room it is; whoever drops, or comes late, finds it again. */
	people: PersonId[];
	task: BreakoutTask;
	talk: DocumentId;
	board: DocumentId | null;
	table: DocumentId | null;
}

/** The rooms that are open now. Everyone returns by themselves when the time is over. */
export interface OpenBreakouts {
	rooms: BreakoutId[];
	openedAt: number;
	endsAt: number;
	/** Facilitators who look in on a room. */
	visits: Record<PersonId, BreakoutId>;
	/** The facilitator's last word to all rooms. */
	message: { id: LineId; by: string; text: string; at: number } | null;
}

/** A room that would like a facilitator to come. On the desk, for facilitators. */
export interface HelpCall {
	breakout: BreakoutId;
	by: string;
	at: number;
}

export const ROOMS_MOST = 8;
export const PEOPLE_LEAST = 2;
/** How long before the end everyone is told. */
export const WARNING_MS = 60_000;

/** Where everyone is, as the room's document says it. */
export interface Whereabouts {
	open: OpenBreakouts | null;
	breakouts: ReadonlyMap<BreakoutId, Breakout>;
}

/** The room a person is in now, or null with the whole group. */
export function breakoutOf({ open, breakouts }: Whereabouts, person: PersonId): Breakout | null {
	if (!open) return null;
	const visited = open.visits[person];
	if (visited) return breakouts.get(visited) ?? null;
	return openRooms({ open, breakouts }).find(({ people }) => people.includes(person)) ?? null;
}

/** The rooms that are open, in their order. */
export function openRooms({ open, breakouts }: Whereabouts): Breakout[] {
	return (open?.rooms ?? []).flatMap((id) => breakouts.get(id) ?? []);
}

/** Whether the last minute has begun. */
export function isClosing(open: OpenBreakouts | null, now: number): boolean {
	return open !== null && open.endsAt - now <= WARNING_MS;
}

/** People put into so many rooms by chance, as evenly as can be. `random` gives numbers from 0 up to 1. */
export function splitAtRandom(
	people: readonly PersonId[],
	rooms: number,
	random: () => number
): PersonId[][] {
	const left = [...people];
	const split: PersonId[][] = Array.from({ length: rooms }, () => []);
	for (let room = 0; left.length > 0; room = (room + 1) % rooms) {
		const [one] = left.splice(Math.floor(random() * left.length), 1);
		if (one) split[room]?.push(one);
	}
	return split;
}

/** Those of a group who go into rooms: whoever leads a therapy group looks in, whoever leads a peer group goes along. */
export function goIntoRooms<One extends { place: Place }>(kind: GroupKind, people: readonly One[]): One[] {
	return people.filter(({ place }) => place !== 'observer' && (kind === 'peer' || !leads(place)));
}

/** How many pairs there are: with an odd number, one of them is of three. */
export function pairsOf(people: number): number {
	return Math.max(1, Math.floor(people / PEOPLE_LEAST));
}
