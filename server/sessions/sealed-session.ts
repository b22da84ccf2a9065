import type { GroupId, SessionId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import type { Session } from '../../src/lib/domain/session.ts';
import type { SessionTable } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';

/** Titles and plans are kept under the group's own key (R44). */

const scope = (group: GroupId) => `group:${group}` as const;
const placeOf = (column: string, session: SessionId) => `session|${column}|${session}`;

interface Whose {
	id: SessionId;
	group: GroupId;
}

export function sealTitle(vault: Vault, { id, group }: Whose, title: string): Uint8Array {
	return vault.sealText(scope(group), placeOf('title', id), title);
}

export function sealPlan(vault: Vault, { id, group }: Whose, plan: Plan): Uint8Array {
	return vault.sealJson(scope(group), placeOf('plan', id), plan);
}

export function openSession(vault: Vault, row: SessionTable): Session {
	const { id, group_id: group, zone, minutes, state, sequence } = row;
	return {
		id,
		group,
		zone,
		minutes,
		state,
		sequence,
		startsAt: row.starts_at,
		movedFrom: row.moved_from,
		title: vault.openText(scope(group), placeOf('title', id), row.title_sealed),
		plan: vault.openJson<Plan>(scope(group), placeOf('plan', id), row.plan_sealed)
	};
}
