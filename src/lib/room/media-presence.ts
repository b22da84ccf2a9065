import type { Awareness } from 'y-protocols/awareness';
import type { PersonId } from '#lib/domain/ids.ts';
import { isMeans, type Means } from '#lib/domain/room.ts';

/** What someone's browser says of their devices, in the presence of the room's document. */
export interface MediaPresence {
	microphone: boolean;
	camera: boolean;
	means: Means;
}

/** Everyone's devices. The server stamps the person into each state (R58). */
export function mediaByPerson(awareness: Awareness): ReadonlyMap<PersonId, MediaPresence> {
	const said = [...awareness.getStates().values()].map(readPresence);
	return new Map(said.filter((one) => one !== null));
}

/** Presence comes from other browsers: what is not as it should be is not there. */
function readPresence(state: Record<string, unknown>): [PersonId, MediaPresence] | null {
	const { person, microphone, camera, means } = state;
	if (typeof person !== 'string' || !isMeans(means)) return null;
	return [person as PersonId, { microphone: microphone === true, camera: camera === true, means }];
}
