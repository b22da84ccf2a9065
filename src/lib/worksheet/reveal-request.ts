/** One field that its author has chosen to show. */
export interface RevealRequest {
	field: string;
	as: 'named' | 'anonymous';
	/** Whether it is also kept for the group (S12). */
	keep: boolean;
}

/** An answer without a name waits until at least three people have chosen so (S11). */
export interface RevealOutcome {
	state: 'shown' | 'waiting-for-others';
}

/** What the author has chosen for a field so far. */
export interface Chosen {
	as: RevealRequest['as'] | 'no';
	keep: boolean;
}

/** S12: nothing is shown, and nothing is kept, unless its author says so. */
export const NOT_THIS_ONE: Chosen = { as: 'no', keep: false };
