import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { OwnProgramme } from '../../src/lib/domain/programmes/own-programme.ts';
import type { ProgrammeTable } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';

type Content = Omit<OwnProgramme, 'id' | 'owner' | 'shared'>;

/** One that is shared is kept under the practice's key, one's own under one's own (R44). */
const scopeOf = ({ owner, shared }: { owner: PersonId; shared: boolean }) =>
	shared ? ('practice' as const) : (`person:${owner}` as const);
const placeOf = (id: string) => `programme|content|${id}`;

export function sealProgramme(
	vault: Vault,
	{ id, owner, shared, ...content }: OwnProgramme
): Pick<ProgrammeTable, 'shared' | 'content_sealed'> {
	return {
		shared: Number(shared),
		content_sealed: vault.sealJson(scopeOf({ owner, shared }), placeOf(id), content satisfies Content)
	};
}

export function openProgramme(vault: Vault, row: ProgrammeTable): OwnProgramme {
	const { id, owner } = row;
	const shared = row.shared === 1;
	const content = vault.openJson<Content>(scopeOf({ owner, shared }), placeOf(id), row.content_sealed);
	return { id, owner, shared, ...content };
}
