import { leads } from '../../src/lib/domain/group.ts';
import { newId, type GroupId, type TemplateId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { copyOf, withoutNames } from '../../src/lib/domain/plan-making.ts';
import { can, type Actor } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { actorIn, type Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import {
	deleteTemplate,
	insertTemplate,
	templateById,
	templatesFor,
	updateTemplate
} from '../store/templates.ts';
import type { Statement } from '../store/writer.ts';
import { openTemplate, sealTemplate, type Template } from './sealed-template.ts';

export interface TemplateWish {
	title: string;
	plan: Plan;
	shared: boolean;
}

/** Plans kept by a name: one's own, and those that the practice's facilitators share. */
export class Templates {
	readonly #ground: Ground;
	readonly #groups: Groups;

	constructor(ground: Ground, groups: Groups) {
		this.#ground = ground;
		this.#groups = groups;
	}

	/** Keeps the steps of a plan that is made in `group`. */
	async keep(asker: Asker, group: GroupId, wish: TemplateWish): Promise<TemplateId> {
		const { kind } = await this.#groups.allow(asker, 'template.make', group);
		const { store, vault, now } = this.#ground;
		const id: TemplateId = newId();
		const owner = asker.person;
		const sealed = sealTemplate(vault, { ...wish, id, owner, plan: copyOf(withoutNames(wish.plan)) });
		const row = { id, owner, group_kind: kind, ...sealed, created_at: now() };
		await this.#commit(asker, 'template.make', id, insertTemplate(store.db, row));
		return id;
	}

	/** The asker's own and those that are shared with them. */
	async list(asker: Asker): Promise<Template[]> {
		const rows = await templatesFor(this.#ground.store.db, asker.person);
		const actor = await this.#actor(asker);
		return rows.map((row) => openTemplate(this.#ground.vault, row)).filter((one) => may(actor, 'use', one));
	}

	/** The template, when the asker may use or change it. To others it is as unknown as one that never was (R21). */
	async allow(asker: Asker, what: 'use' | 'change', template: TemplateId): Promise<Template> {
		const row = await templateById(this.#ground.store.db, template);
		const found = row && openTemplate(this.#ground.vault, row);
		const actor = await this.#actor(asker);
		if (!found || !may(actor, 'use', found)) {
			throw new Refusal('not-found', 'There is no such template.');
		}
		if (!may(actor, what, found)) {
			throw new Refusal('not-allowed', 'Only whoever made this template can change it.');
		}
		return found;
	}

	async change(asker: Asker, template: TemplateId, wish: TemplateWish): Promise<void> {
		const before = await this.allow(asker, 'change', template);
		const { store, vault } = this.#ground;
		const sealed = sealTemplate(vault, { ...before, ...wish, plan: copyOf(withoutNames(wish.plan)) });
		await this.#commit(asker, 'template.change', template, updateTemplate(store.db, template, sealed));
	}

	async remove(asker: Asker, template: TemplateId): Promise<void> {
		await this.allow(asker, 'change', template);
		await this.#commit(asker, 'template.remove', template, deleteTemplate(this.#ground.store.db, template));
	}

	/** What the asker is to templates: whoever leads a group may use those that are shared. */
	async #actor(asker: Asker): Promise<Actor> {
		const mine = await this.#groups.mine(asker.person);
		const led = mine.find(({ placement }) => leads(placement.place));
		return actorIn(this.#groups, asker, led?.group.id ?? null);
	}

	#commit(asker: Asker, action: string, template: TemplateId, statement: Statement): Promise<void> {
		const event = { person: asker.person, action, object: `template:${template}` };
		return this.#ground.store.writer.commit([statement], [event]);
	}
}

function may(actor: Actor, what: 'use' | 'change', { owner, shared, groupKind }: Template): boolean {
	const use = shared ? 'template.use-shared' : 'template.use-own';
	const state = { groupKind, locked: false, readable: false, attention: 'follow' } as const;
	return can(actor, what === 'use' ? use : 'template.change', { owner }, state);
}
