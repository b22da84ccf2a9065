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
	/** When it would have started before it was last moved, or null. */
	movedFrom: number | null;
}

/** What a list says of a session. */
export interface SessionSummary extends Omit<Session, 'plan'> {
	groupName: string;
}

/** A session without its plan: the facilitators' notes in it are theirs alone. */
export function summaryOf({ plan: _plan, ...session }: Session, groupName: string): SessionSummary {
	return { ...session, groupName };
}

/** The lobby opens this long before the start, in minutes. */
export const LOBBY_OPENS_MINUTES = 15;

const MINUTE_MS = 60_000;

export function endsAt(session: Pick<Session, 'startsAt' | 'minutes'>): number {
	return session.startsAt + session.minutes * MINUTE_MS;
}

export function lobbyOpensAt(session: Pick<Session, 'startsAt'>): number {
	return session.startsAt - LOBBY_OPENS_MINUTES * MINUTE_MS;
}

/** Whether people can go to the lobby now: from a little before the start until the session is over. */
export function isLobbyOpen(session: Pick<Session, 'startsAt' | 'minutes' | 'state'>, now: number): boolean {
	if (session.state === 'open') return true;
	return session.state === 'planned' && now >= lobbyOpensAt(session) && now < endsAt(session);
}

/** Whether a session is still to come, or going on. */
export function isAhead(session: Pick<Session, 'startsAt' | 'minutes' | 'state'>, now: number): boolean {
	return session.state === 'open' || (session.state === 'planned' && now < endsAt(session));
}

/** Whether a session took place and is over. */
export function isPast(session: Pick<Session, 'state'>): boolean {
	return session.state === 'ended' || session.state === 'signed-off';
}
