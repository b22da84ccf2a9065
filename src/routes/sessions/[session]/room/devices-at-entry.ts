import type { Joining } from '#lib/call/joining.ts';

/** Both off: after a reload, after coming back, after a soft close. */
export function withEverythingOff(joining: Joining): Joining {
	return { ...joining, microphone: false, camera: false };
}

/**
 * What of the lobby's choice holds on coming in. A facilitator goes in by that very tap; whoever waits is let in
 * later, by somebody else, and nobody's camera or microphone goes on without a tap of theirs at that moment.
 */
export function atEntry(chosen: Joining, iLead: boolean): Joining {
	return iLead ? chosen : withEverythingOff(chosen);
}
