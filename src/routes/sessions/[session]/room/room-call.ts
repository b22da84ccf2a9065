import type { Faces } from '#lib/call/gaze.svelte.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Means } from '#lib/domain/room.ts';
import type { MediaPresence } from '#lib/room/media-presence.ts';

/** Before the room is open nobody says anything of their devices. */
export const NOBODY: ReadonlyMap<PersonId, MediaPresence> = new Map();

type MediaOf = (person: PersonId) => MediaPresence | null;

/** What the screen asks of the call. Everything is off until the person turns it on. */
export interface RoomCall {
	readonly microphone: boolean;
	readonly camera: boolean;
	readonly means: Means;
	/** Whether I only hear and see: nothing of mine is ever sent. */
	readonly looksOn: boolean;
	readonly mediaOf: MediaOf;
	/** Whose faces I wish to receive. */
	faces: Faces;
	/** Whether this browser can show a screen. */
	readonly canShowScreen: boolean;
	/** Asks the browser which window, and shows it to the group. */
	showScreen(): void;
	/** Whether my own picture is hidden from me. */
	selfHidden: boolean;
	toggleMicrophone(): void;
	toggleCamera(): void;
	/** Talks while Space is held. */
	holdToTalk(held: boolean): void;
	setMeans(means: Means): void;
	/** Takes part in the call while the room is on the screen; returns how to stop. */
	enter(): () => void;
	/** Turns microphone and camera off at once, and leaves the call. */
	silence(): void;
}
