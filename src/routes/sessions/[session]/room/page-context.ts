import { createContext } from 'svelte';
import type { LiveSession } from '#lib/room/live-session.svelte.ts';
import type { RoomFacts } from './room-facts.ts';
import type { RoomHomework } from './room-homework.svelte.ts';
import type { RoomView } from './room-view.svelte.ts';

/** What every part of this page may need: what is known, what is live, and what is open on the screen. */
export interface RoomPage {
	readonly facts: RoomFacts;
	readonly live: LiveSession;
	readonly view: RoomView;
	readonly homework: RoomHomework;
}

export const [getRoomPage, setRoomPage] = createContext<RoomPage>();
