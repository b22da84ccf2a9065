import type { Group } from '../../src/lib/domain/group.ts';
import { parseId, type SessionId, type TemplateId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { copyOf, defaultPlan } from '../../src/lib/domain/plan-making.ts';
import { can } from '../../src/lib/domain/policy.ts';
import { keysOf, partOf, planOfPart } from '../../src/lib/domain/programmes/programme.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { isTherapyOnly } from '../../src/lib/domain/therapy-only.ts';
import { actorIn, type Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Schedule } from '../sessions/schedule.ts';
import type { GroupProgrammes } from './group-programmes.ts';
import type { Templates } from './templates.ts';

/** Something a new plan can begin from. `from` names it in an address: `template.<id>`, `low-mood.3`. */
export interface Beginning {
	from: string;
	title: string;
	/** What it is, beside its title; of a session when it was, in ms since 1970. */
	at?: number;
	/** The time zone that the session is told in. */
	zone?: string;
}

export interface Offer {
	title: string;
	beginnings: Beginning[];
}

/** A plan to begin from, with the title and the length that belong to it. */
export interface Begun {
	plan: Plan;
	title: string;
	minutes: number | null;
}

interface Needs {
	groups: Groups;
	schedule: Pick<Schedule, 'ofGroup' | 'allow'>;
	programmes: GroupProgrammes;
	templates: Templates;
}

/** As many sessions back can be copied. */
const SESSIONS_BACK = 5;

/** What the plan of a new session can begin from: the usual steps, an earlier session, a programme, a template. */
export class Beginnings {
	readonly #needs: Needs;

	constructor(needs: Needs) {
		this.#needs = needs;
	}

	/** What a group can begin from, the likeliest first. */
	async offers(asker: Asker, group: Group): Promise<Offer[]> {
		const { schedule, programmes, templates } = this.#needs;
		const [sessions, followed, all, mayUse] = await Promise.all([
			schedule.ofGroup(group.id),
			programmes.of(group.id),
			templates.list(asker),
			this.#mayUse(asker, group)
		]);
		const held = sessions.filter((one) => one.state !== 'cancelled').slice(-SESSIONS_BACK);
		const keys = followed ? keysOf(followed.programme) : [];
		const offers: Offer[] = [
			{
				title: followed ? followed.programme.title : '',
				beginnings: (followed?.programme.parts ?? []).map((part, index) => ({
					from: `${followed?.programme.id}.${keys[index]}`,
					title: `${index + 1}. ${part.title}`
				}))
			},
			{
				title: 'Copy an earlier plan',
				beginnings: held
					.reverse()
					.map(({ id, title, startsAt }) => ({ from: `session.${id}`, title, at: startsAt }))
			},
			{
				title: 'Templates',
				beginnings: all
					.filter(({ plan }) => mayUse(plan))
					.map(({ id, title }) => ({ from: `template.${id}`, title }))
			}
		];
		return offers.filter(({ beginnings }) => beginnings.length > 0);
	}

	/** The plan that `from` names; without one, the usual steps. Throws Refusal. */
	async begin(asker: Asker, group: Group, from: string | null): Promise<Begun> {
		if (!from) return { plan: defaultPlan(group.kind), title: '', minutes: null };
		const begun = await this.#find(asker, group, from);
		if ((await this.#mayUse(asker, group))(begun.plan)) return begun;
		throw new Refusal('not-allowed', 'Something in this plan is not offered in a peer support group.');
	}

	async #find(asker: Asker, group: Group, from: string): Promise<Begun> {
		const [kind = '', id = ''] = from.split('.');
		if (kind === 'session') return this.#copy(asker, group, parseId(id));
		if (kind === 'template') return this.#template(asker, parseId(id));
		const offered = await this.#needs.programmes.offered(asker, group);
		const programme = offered.find((one) => one.id === kind);
		const plan = programme && planOfPart(programme, Number(id));
		if (!programme && (await this.#needs.programmes.of(group.id))?.programme.id === kind) {
			throw new Refusal('not-allowed', 'Something in this programme is not offered in a peer support group.');
		}
		if (!programme || !plan) throw unknown();
		const title = partOf(programme, Number(id))?.part.title ?? '';
		return { plan, title, minutes: programme.minutes };
	}

	/** S14: whether the group is offered everything in a plan. */
	async #mayUse(asker: Asker, { id, kind }: Group): Promise<(plan: Plan) => boolean> {
		const actor = await actorIn(this.#needs.groups, asker, id);
		const state = { groupKind: kind, locked: false, readable: false, attention: 'follow' } as const;
		return ({ steps }) => can(actor, 'exercise.use', { therapyOnly: isTherapyOnly(steps) }, state);
	}

	async #copy(asker: Asker, group: Group, id: SessionId | null): Promise<Begun> {
		if (!id) throw unknown();
		const { title, minutes, plan, group: of } = await this.#needs.schedule.allow(asker, 'session.plan', id);
		if (of !== group.id) throw unknown();
		return { plan: copyOf(plan), title, minutes };
	}

	async #template(asker: Asker, id: TemplateId | null): Promise<Begun> {
		if (!id) throw unknown();
		const { title, plan } = await this.#needs.templates.allow(asker, 'use', id);
		return { plan: copyOf(plan), title, minutes: null };
	}
}

function unknown(): Refusal {
	return new Refusal('not-found', 'There is no such plan to begin from.');
}
