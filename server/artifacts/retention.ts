import { keptSince, WIPED_AFTER_MS } from '../../src/lib/domain/retention.ts';
import type { SessionId } from '../../src/lib/domain/ids.ts';
import type { Ground } from '../app.ts';
import { deleteArtifactsOf } from '../store/artifacts.ts';
import { deleteAttendanceOf } from '../store/attendance.ts';
import { deleteCallTimesOf } from '../store/call-times.ts';
import { deleteHomeworkOf } from '../store/homework.ts';
import {
	deleteEntriesOf,
	sessionsToPurge,
	sessionsWithPapers,
	deletePapersOf,
	ROOM_PAPERS,
	ALL_PAPERS
} from '../store/retention.ts';

/** Keeps no longer than was said (R50, S21). */
export class Retention {
	readonly #ground: Pick<Ground, 'store' | 'vault' | 'now'>;

	constructor(ground: Pick<Ground, 'store' | 'vault' | 'now'>) {
		this.#ground = ground;
	}

	/** Deletes what was signed off longer ago than it is kept: artifacts, papers, homework, attendance and cards. */
	async purge(now = this.#ground.now()): Promise<void> {
		const { vault } = this.#ground;
		const { db } = this.#ground.store;
		for (const session of await sessionsToPurge(db, keptSince(now))) {
			await this.#forget(session, 'session.purge', [
				deleteArtifactsOf(db, session),
				deleteAttendanceOf(db, session),
				deleteCallTimesOf(db, session),
				deleteEntriesOf(db, session),
				...deleteHomeworkOf(db, session),
				...deletePapersOf(db, session, ALL_PAPERS)
			]);
			vault.destroy(`entry:${session}`);
		}
	}

	/** A day after sign-off the artifacts alone speak for a session: what the plan did not promise to keep is gone. */
	async clearRooms(now = this.#ground.now()): Promise<void> {
		const { db } = this.#ground.store;
		for (const session of await sessionsWithPapers(db, now - WIPED_AFTER_MS, ROOM_PAPERS)) {
			await this.#forget(session, 'session.clear-room', deletePapersOf(db, session, ROOM_PAPERS));
		}
	}

	#forget(
		session: SessionId,
		action: string,
		statements: Parameters<Ground['store']['writer']['commit']>[0]
	): Promise<void> {
		return this.#ground.store.writer.commit(statements, [
			{ person: null, action, object: `session:${session}` }
		]);
	}
}
