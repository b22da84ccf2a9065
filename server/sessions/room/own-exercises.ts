import type { Exercise } from '../../../src/lib/domain/exercise.ts';
import { definitionsIn } from '../../../src/lib/domain/plan.ts';
import type { Library } from '../../library/library.ts';
import type { LiveRoom } from './live-room.ts';

/** The practice's own exercises that may be given out in a session: those in use, and what its plan holds already. */
export async function ownExercises(room: LiveRoom, library: Pick<Library, 'inUse'>): Promise<Exercise[]> {
	const inUse = await library.inUse();
	const planned = definitionsIn(room.session.plan);
	return [...inUse, ...planned.filter(({ id }) => !inUse.some((one) => one.id === id))];
}
