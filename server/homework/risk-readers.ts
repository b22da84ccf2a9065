import { leads } from '../../src/lib/domain/group.ts';
import { type RiskReader, WITHIN_HOURS } from '../../src/lib/domain/homework-flag.ts';
import type { GroupId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import { nameRiskReader, riskReaderOf } from '../store/homework-flags.ts';

/** S05: who is named to read what a group's members answer about safety between sessions. */
export class RiskReaders {
	readonly #ground: Pick<Ground, 'store'>;
	readonly #groups: Groups;

	constructor(ground: Pick<Ground, 'store'>, groups: Groups) {
		this.#ground = ground;
		this.#groups = groups;
	}

	/** Null while nobody is named, or whoever was named leads the group no longer. */
	async of(group: GroupId): Promise<RiskReader | null> {
		const row = await riskReaderOf(this.#ground.store.db, group);
		const place = row && (await this.#groups.placeOf(group, row.person))?.place;
		return row && leads(place ?? null) ? { person: row.person, withinHours: row.within_hours } : null;
	}

	/** Names one of those who lead a therapy group, or nobody. Throws Refusal. */
	async name(asker: Asker, group: GroupId, reader: RiskReader | null): Promise<void> {
		const { kind } = await this.#groups.allow(asker, 'group.manage', group);
		if (reader) {
			// S14: in a peer group nobody reads another's sheet.
			if (kind === 'peer')
				throw new Refusal('not-allowed', 'In a peer support group nobody reads another’s sheet.');
			const place = (await this.#groups.placeOf(group, reader.person))?.place ?? null;
			if (!leads(place))
				throw new Refusal('invalid', 'Please choose somebody who leads the group.', 'reader');
			if (!WITHIN_HOURS.some((hours) => hours === reader.withinHours)) {
				throw new Refusal('invalid', 'Please choose within how many hours.', 'within');
			}
		}
		const { db, writer } = this.#ground.store;
		const row = reader && { group_id: group, person: reader.person, within_hours: reader.withinHours };
		await writer.commit(nameRiskReader(db, group, row), [
			{
				...{ person: asker.person, action: 'group.risk-reader', object: `group:${group}` },
				detail: reader?.person ?? ''
			}
		]);
	}
}
