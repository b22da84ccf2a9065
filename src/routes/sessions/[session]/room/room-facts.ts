import type { Exercise } from '#lib/domain/exercise.ts';
import type { GroupKind, Place } from '#lib/domain/group.ts';
import type { PersonId, SessionId, StepId } from '#lib/domain/ids.ts';
import type { CrisisLine } from '#lib/domain/practice.ts';
import type { StandingReply } from '#lib/protocol/commands.ts';

/** What the page knows before any document is open. */
export interface RoomFacts {
	session: { id: SessionId; startsAt: number; endsAt: number; zone: string; state: string };
	group: { name: string; kind: GroupKind };
	me: { person: PersonId; name: string; place: Place };
	/** Who leads the group, by the names it knows them by. */
	leaders: string[];
	crisisLines: CrisisLine[];
	/** The facilitator's own notes of each step; empty for everyone else. */
	notes: Record<StepId, string>;
	/** The practice's own exercises, for those who lead; none for everyone else. */
	ownExercises: Exercise[];
	consentVersion: string;
	/** Why the call may not work from elsewhere; null when it does. */
	callNote: string | null;
	/** Whether others in the call can see this device's network address (R38). */
	addressesVisible: boolean;
	/** 'My own device': unsent words may be kept on it over a reload (R43). */
	ownDevice: boolean;
	/** How many people the group has. */
	people: number;
	iLead: boolean;
	/** ISO 3166: where the practice is; the first guess for where a person is. */
	country: string;
	standing: StandingReply;
}
