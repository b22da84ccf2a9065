import type { GroupId, PersonId } from './ids.ts';

/** A person's place in a group. */
export type Place = 'facilitator' | 'co-facilitator' | 'member' | 'observer';

/** A therapy group is led by a licensed professional; a peer group by one of its own (S14). */
export type GroupKind = 'therapy' | 'peer';

export const GROUP_KINDS: readonly GroupKind[] = ['therapy', 'peer'];

/** People in a group, the facilitator included. */
export const GROUP_CAPACITY = { least: 2, most: 16, usual: 10 } as const;

export interface Group {
	id: GroupId;
	name: string;
	kind: GroupKind;
	focus: string;
	capacity: number;
	/** Agreements written by the group, one a line; shown at each start (S19). */
	agreements: string[];
	/** What whoever leaves finds on the page behind the door (S21). */
	aftercare: Aftercare;
}

/** The facilitator's own words for afterwards. Each may be empty. */
export interface Aftercare {
	/** Said to everyone as they leave. */
	words: string;
	/** Whom to reach between sessions, how, and when. */
	reach: string;
}

export const NO_AFTERCARE: Aftercare = { words: '', reach: '' };

/** At most so many letters in each. */
export const AFTERCARE_MOST = 600;

export interface Placement {
	person: PersonId;
	group: GroupId;
	place: Place;
	/** The name this group knows the person by. */
	alias: string;
	/** The chair, the same every week; 0 is the facilitator's. */
	seat: number;
}

export function leads(place: Place | null): boolean {
	return place === 'facilitator' || place === 'co-facilitator';
}
