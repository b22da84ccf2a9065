import { type CallTimes as Times, NO_CALL_TIMES, withReport } from '../../src/lib/domain/call-times.ts';
import type { GroupId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { CALL_REPORT_MS } from '../../src/lib/protocol/limits.ts';
import type { Ground } from '../app.ts';
import { callTimesOf, callTimesOfPerson, putCallTimes } from '../store/call-times.ts';
import type { CallTimesTable } from '../store/schema.ts';
import type { Statement } from '../store/writer.ts';
import type { Scope } from '../vault/vault.ts';

interface Of {
	session: SessionId;
	group: GroupId;
}

/** How each person's call went in a session, as their browsers said; for facilitators alone. */
export class CallTimes {
	readonly #ground: Pick<Ground, 'store' | 'vault'>;

	constructor(ground: Pick<Ground, 'store' | 'vault'>) {
		this.#ground = ground;
	}

	async ofSession({ session, group }: Of): Promise<Map<PersonId, Times>> {
		const rows = await callTimesOf(this.#ground.store.db, session);
		return new Map(rows.map((row) => [row.person, this.#open(group, row)]));
	}

	/** The statement that adds a report to a person's times. */
	async adding(of: Of & { person: PersonId }, report: Times, now: number): Promise<Statement> {
		const { store, vault } = this.#ground;
		const { session, group, person } = of;
		const row = await callTimesOfPerson(store.db, session, person);
		const since = row ? now - row.reported_at : CALL_REPORT_MS;
		const times = withReport(row ? this.#open(group, row) : NO_CALL_TIMES, report, since);
		return putCallTimes(store.db, {
			...{ session, person, reported_at: now },
			times_sealed: vault.sealJson(scopeOf(group), placeOf({ session, person }), times)
		});
	}

	#open(group: GroupId, row: CallTimesTable): Times {
		return this.#ground.vault.openJson<Times>(scopeOf(group), placeOf(row), row.times_sealed);
	}
}

const scopeOf = (group: GroupId): Scope => `group:${group}`;
const placeOf = ({ session, person }: Pick<CallTimesTable, 'session' | 'person'>) =>
	`call-times|${session}|${person}`;
