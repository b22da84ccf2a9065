import type { Means } from '#lib/domain/room.ts';

/** What each browser says of its own part in the call, in the presence of the room's document. */
export interface CallPresence {
	microphone: boolean;
	camera: boolean;
	means: Means;
}
