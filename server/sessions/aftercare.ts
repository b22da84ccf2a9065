import { copingPlan } from '../../src/lib/domain/exercises/coping-plan.ts';
import { leads, type Aftercare as Words } from '../../src/lib/domain/group.ts';
import { isStillToDo, type OwnHomework } from '../../src/lib/domain/homework.ts';
import type { SessionId } from '../../src/lib/domain/ids.ts';
import type { WorksheetJson } from '../../src/lib/domain/worksheet-record.ts';
import type { Artifacts } from '../artifacts/artifacts.ts';
import type { Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Homeworks } from '../homework/homeworks.ts';
import type { Rooms } from './rooms.ts';
import type { Schedule } from './schedule.ts';

/** What somebody finds behind the door when a session is over for them (S21). The crisis lines are the page's own. */
export interface AftercareCard extends Words {
	/** The group's clock. */
	zone: string;
	now: number;
	/** When the group meets next, in ms since 1970; null while nothing is planned. */
	next: number | null;
	/** What one has to do until then. */
	practice: OwnHomework[];
	/** One's own plan for hard hours, the newest; null when one made none. */
	coping: WorksheetJson | null;
	/** Who leads, by the names the group knows them by. */
	leaders: string[];
}

interface Needs {
	groups: Groups;
	schedule: Pick<Schedule, 'allow' | 'ofGroup'>;
	homeworks: Pick<Homeworks, 'mine'>;
	artifacts: Pick<Artifacts, 'mine'>;
	rooms: Pick<Rooms, 'ownSheet'>;
	now: () => number;
}

/** The aftercare of a session, each person's own. */
export class Aftercare {
	readonly #needs: Needs;

	constructor(needs: Needs) {
		this.#needs = needs;
	}

	/** Throws Refusal. */
	async of(asker: Asker, id: SessionId): Promise<AftercareCard> {
		const { groups, schedule, homeworks, now } = this.#needs;
		const session = await schedule.allow(asker, 'session.view', id);
		const group = await groups.allow(asker, 'group.view', session.group);
		const [placements, sessions, mine, coping] = await Promise.all([
			groups.placements(group.id),
			schedule.ofGroup(group.id),
			homeworks.mine(asker),
			this.#copingOf(asker, { id, group: group.id })
		]);
		const next = sessions.find(({ state, startsAt }) => state === 'planned' && startsAt > session.startsAt);
		return {
			...{ ...group.aftercare, zone: session.zone, now: now(), next: next?.startsAt ?? null, coping },
			practice: mine.filter(
				(one) => one.group === group.id && one.restedAt === null && isStillToDo(one.mine.progress)
			),
			leaders: placements.filter(({ place }) => leads(place)).map(({ alias }) => alias)
		};
	}

	/** What was written today comes before what was kept of earlier sessions. */
	async #copingOf(asker: Asker, { id, group }: Pick<OwnHomework, 'group'> & { id: SessionId }) {
		const today = await this.#needs.rooms.ownSheet(id, asker.person, copingPlan.id);
		if (today) return today;
		const kept = (await this.#needs.artifacts.mine(asker, group)).flatMap(({ body }) =>
			body.kind === 'worksheet' && body.sheet.exercise === copingPlan.id ? [body.sheet] : []
		);
		return kept.at(-1) ?? null;
	}
}
