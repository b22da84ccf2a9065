import { mayReadArtifact, type ArtifactHead } from '../../src/lib/domain/artifact.ts';
import type { Group } from '../../src/lib/domain/group.ts';
import type { SessionId } from '../../src/lib/domain/ids.ts';
import type { Actor } from '../../src/lib/domain/policy.ts';
import { actorIn, type Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Attendance } from '../sessions/attendance.ts';

/** Who looks back at one session of a group, and what they may read of it. */
export interface Onlooker {
	actor: Actor;
	group: Group;
	mayRead(head: Pick<ArtifactHead, 'audience' | 'owner' | 'readers'>): boolean;
}

export async function onlookerAt(
	needs: { groups: Pick<Groups, 'placeOf'>; attendance: Pick<Attendance, 'wasAdmitted'> },
	asker: Asker,
	{ group, session }: { group: Group; session: SessionId }
): Promise<Onlooker> {
	const outside = await actorIn(needs.groups, asker, group.id);
	const actor = { ...outside, attended: await needs.attendance.wasAdmitted(session, asker.person) };
	return { actor, group, mayRead: (head) => mayReadArtifact(actor, head, group.kind) };
}
