/** What would be lost if the page went away now, in words; null when nothing would. */
export function wouldBeLost(unsentChanges: number): string | null {
	if (unsentChanges === 0) return null;
	const what =
		unsentChanges === 1 ? 'The last change you made' : `The last ${unsentChanges} changes you made`;
	return `${what} did not reach the server yet. Closing or reloading this page now would lose ${unsentChanges === 1 ? 'it' : 'them'}.`;
}

/** Asks before the page goes, and only then; returns how to stop asking. */
export function guardLeaving(unsentChanges: () => number, target: EventTarget = window): () => void {
	const ask = (event: Event) => {
		if (wouldBeLost(unsentChanges()) !== null) event.preventDefault();
	};
	target.addEventListener('beforeunload', ask);
	return () => target.removeEventListener('beforeunload', ask);
}
