import type { GroupId, SessionId } from './ids.ts';
import type { Plan } from './plan.ts';

/**
 * planned → open (lobby open, facilitator in) → ended → signed-off; planned → cancelled.
 * `open` covers the whole meeting: the room's own document says at which step it stands.
 */
export type SessionState = 'planned' | 'open' | 'ended' | 'signed-off' | 'cancelled';

export interface Session {
	id: SessionId;
	group: GroupId;
	title: string;
	/** Milliseconds since 1970. */
	startsAt: number;
	/** An IANA time zone, such as Europe/Madrid: the group's clock. */
	zone: string;
	minutes: number;
	state: SessionState;
	plan: Plan;
	/** Rises each time the session is moved or cancelled (RFC 5545 SEQUENCE). */
	sequence: number;
}

/** The lobby opens this long before the start, in minutes. */
export const LOBBY_OPENS_MINUTES = 15;
