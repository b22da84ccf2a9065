import { leads, type Group, type Placement } from '../../src/lib/domain/group.ts';
import type { Licence } from '../../src/lib/domain/practice.ts';
import type { People } from '../accounts/people.ts';

/** Who leads a group, as its members are told. */
export interface Leader {
	alias: string;
	/** The full name on the licence; null in a peer group, where there is none to show. */
	name: string | null;
	licence: Licence | null;
}

/** Who leads the group; of a therapy group with name and licence, which members may see (S14). */
export async function leadersAmong(
	people: Pick<People, 'nameOf' | 'licenceOf'>,
	group: Group,
	placements: readonly Placement[]
): Promise<Leader[]> {
	const leaders = placements.filter((one) => leads(one.place));
	if (group.kind === 'peer') return leaders.map(({ alias }) => ({ alias, name: null, licence: null }));
	return Promise.all(
		leaders.map(async ({ alias, person }) => {
			const [name, licence] = await Promise.all([people.nameOf(person), people.licenceOf(person)]);
			return { alias, name, licence };
		})
	);
}
