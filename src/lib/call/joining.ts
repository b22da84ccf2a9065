import type { Means } from '#lib/domain/room.ts';

/** How a person enters the call. */
export interface Joining {
	means: Means;
	/** On from the start: only when the person has just chosen so by a tap. */
	microphone: boolean;
	camera: boolean;
	/** Which devices; the browser's own choice when absent. */
	microphoneId?: string | null;
	cameraId?: string | null;
	speakerId?: string | null;
}
