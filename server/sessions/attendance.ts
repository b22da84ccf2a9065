import {
	summariseAttendance,
	type Attendance as Attended,
	type AttendanceMark
} from '../../src/lib/domain/attendance.ts';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { Ground } from '../app.ts';
import { attendanceOf, insertAttendance, sessionsAttendedBy, wasEverAdmitted } from '../store/attendance.ts';
import type { Statement } from '../store/writer.ts';

/** Who came to a session, when they arrived and went (S21). */
export class Attendance {
	readonly #ground: Pick<Ground, 'store' | 'now'>;

	constructor(ground: Pick<Ground, 'store' | 'now'>) {
		this.#ground = ground;
	}

	/** The mark as part of a larger unit, such as the one that admits. */
	marking(session: SessionId, person: PersonId, what: AttendanceMark): Statement {
		return insertAttendance(this.#ground.store.db, { session, person, what, at: this.#ground.now() });
	}

	/** Notes what happened; resolves when it is durable. */
	record(session: SessionId, person: PersonId, what: AttendanceMark): Promise<void> {
		return this.#ground.store.writer.commit([this.marking(session, person, what)]);
	}

	async ofSession(session: SessionId): Promise<Attended[]> {
		return summariseAttendance(await attendanceOf(this.#ground.store.db, session));
	}

	/** Whether the person was let in to the session at some time: what group artifacts ask (S12). */
	wasAdmitted(session: SessionId, person: PersonId): Promise<boolean> {
		return wasEverAdmitted(this.#ground.store.db, session, person);
	}

	/** The sessions the person was let in to. */
	attendedBy(person: PersonId): Promise<SessionId[]> {
		return sessionsAttendedBy(this.#ground.store.db, person);
	}
}
