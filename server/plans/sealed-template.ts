import type { GroupKind } from '../../src/lib/domain/group.ts';
import type { PersonId, TemplateId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import type { TemplateTable } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';

/** A plan kept by a name, to begin sessions from. */
export interface Template {
	id: TemplateId;
	owner: PersonId;
	/** Whether everyone who leads groups here may use it. */
	shared: boolean;
	/** The kind of group that it was made in. */
	groupKind: GroupKind;
	title: string;
	plan: Plan;
}

/** One that is shared is kept under the practice's key, one's own under one's own (R44). */
const scopeOf = ({ owner, shared }: { owner: PersonId; shared: boolean }) =>
	shared ? ('practice' as const) : (`person:${owner}` as const);
const placeOf = (column: string, id: TemplateId) => `template|${column}|${id}`;

export function sealTemplate(
	vault: Vault,
	{ id, owner, shared, title, plan }: Omit<Template, 'groupKind'>
): Pick<TemplateTable, 'shared' | 'title_sealed' | 'plan_sealed'> {
	const scope = scopeOf({ owner, shared });
	return {
		shared: Number(shared),
		title_sealed: vault.sealText(scope, placeOf('title', id), title),
		plan_sealed: vault.sealJson(scope, placeOf('plan', id), plan)
	};
}

export function openTemplate(vault: Vault, row: TemplateTable): Template {
	const { id, owner, group_kind: groupKind } = row;
	const shared = row.shared === 1;
	const scope = scopeOf({ owner, shared });
	return {
		...{ id, owner, shared, groupKind },
		title: vault.openText(scope, placeOf('title', id), row.title_sealed),
		plan: vault.openJson<Plan>(scope, placeOf('plan', id), row.plan_sealed)
	};
}
