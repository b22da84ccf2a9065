interface Counted {
	parts: readonly unknown[];
	minutes: number;
}

/** How many sessions a programme has, and how long they are. */
export function sessionsOf({ parts, minutes }: Counted): string {
	if (parts.length === 0) return 'no session yet';
	return `${parts.length === 1 ? 'one session' : `${parts.length} sessions`} of ${minutes} minutes`;
}
