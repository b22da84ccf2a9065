import type { Placement } from '../../src/lib/domain/group.ts';
import type { GroupId, PersonId } from '../../src/lib/domain/ids.ts';
import type { Actor } from '../../src/lib/domain/policy.ts';

/** Who asks for something; everyone who is signed in is one. */
export interface Asker {
	person: PersonId;
	staff: boolean;
}

interface Places {
	placeOf(group: GroupId, person: PersonId): Promise<Placement | null>;
}

/** What someone is to a group, outside its rooms. */
export async function actorIn(groups: Places, asker: Asker, group: GroupId | null): Promise<Actor> {
	const placement = group ? await groups.placeOf(group, asker.person) : null;
	const { person, staff } = asker;
	return { person, staff, place: placement?.place ?? null, standing: null, attended: false };
}
