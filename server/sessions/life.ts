import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { SessionState } from '../../src/lib/domain/session.ts';
import type { SessionTable } from '../store/schema.ts';

/** From which states a session may come into each. */
export const COMES_FROM: Record<SessionState, readonly SessionState[]> = {
	planned: [],
	open: ['planned'],
	ended: ['open'],
	'signed-off': ['ended'],
	cancelled: ['planned']
};

/** The columns that change with the state. */
export function columnsOf(state: SessionState, at: number, by: PersonId | null): Partial<SessionTable> {
	if (state === 'open') return { state, opened_at: at };
	if (state === 'ended') return { state, ended_at: at };
	if (state === 'signed-off') return { state, signed_off_at: at, signed_off_by: by };
	return { state };
}
