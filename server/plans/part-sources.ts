import { leads } from '../../src/lib/domain/group.ts';
import { parseId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { withoutNames } from '../../src/lib/domain/plan-making.ts';
import { partOf, type Part } from '../../src/lib/domain/programmes/programme.ts';
import { PROGRAMMES, programmeNamed } from '../../src/lib/domain/programmes/programmes.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Schedule } from '../sessions/schedule.ts';
import type { Offer } from './beginnings.ts';
import type { Templates } from './templates.ts';

export interface SourceNeeds {
	groups: Groups;
	schedule: Pick<Schedule, 'ofGroup' | 'allow'>;
	templates: Pick<Templates, 'list' | 'allow'>;
}

/** As many sessions of each group back can be taken into a programme. */
const SESSIONS_BACK = 10;

/** What a session of one's own programme is made of: a template, a plan of a group one leads, or a starter's session. */
export class PartSources {
	readonly #needs: SourceNeeds;

	constructor(needs: SourceNeeds) {
		this.#needs = needs;
	}

	/** `from` names each: `template.<id>`, `session.<id>`, `low-mood.3`. */
	async offers(asker: Asker): Promise<Offer[]> {
		const templates = await this.#needs.templates.list(asker);
		const led = (await this.#needs.groups.mine(asker.person)).filter(({ placement }) =>
			leads(placement.place)
		);
		const ofGroups = led.map(async ({ group }) => {
			const sessions = await this.#needs.schedule.ofGroup(group.id);
			const held = sessions.filter((one) => one.state !== 'cancelled').slice(-SESSIONS_BACK);
			return {
				title: `Plans of ${group.name}`,
				beginnings: held
					.reverse()
					.map(({ id, title, startsAt, zone }) => ({ from: `session.${id}`, title, at: startsAt, zone }))
			};
		});
		const offers: Offer[] = [
			{
				title: 'Templates',
				beginnings: templates.map(({ id, title }) => ({ from: `template.${id}`, title }))
			},
			...(await Promise.all(ofGroups)),
			...PROGRAMMES.map(({ id, title, parts }) => ({
				title,
				beginnings: parts.map((part, index) => ({ from: `${id}.${index + 1}`, title: part.title }))
			}))
		];
		return offers.filter(({ beginnings }) => beginnings.length > 0);
	}

	/** A copy of what `from` names, without who was with whom. Throws Refusal. */
	async part(asker: Asker, from: string): Promise<Part> {
		const [kind = '', id = ''] = from.split('.');
		if (kind === 'session') {
			const session = parseId<'session'>(id);
			if (!session) throw unknown();
			const { title, plan } = await this.#needs.schedule.allow(asker, 'session.plan', session);
			return { title, aim: '', steps: outlinesOf(plan) };
		}
		if (kind === 'template') {
			const template = parseId<'template'>(id);
			if (!template) throw unknown();
			const { title, plan } = await this.#needs.templates.allow(asker, 'use', template);
			return { title, aim: '', steps: outlinesOf(plan) };
		}
		const starter = programmeNamed(kind);
		const found = starter && partOf(starter, Number(id));
		if (!found) throw unknown();
		return found.part;
	}
}

function outlinesOf(plan: Plan): Part['steps'] {
	return withoutNames(plan).steps.map(({ id: _id, ...step }) => step as Part['steps'][number]);
}

function unknown(): Refusal {
	return new Refusal('not-found', 'There is no such plan to take.', 'from');
}
