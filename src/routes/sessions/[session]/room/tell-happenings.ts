import { isClosing } from '#lib/domain/breakouts.ts';
import type { Announcer } from '#lib/room/announcer.svelte.ts';
import { happenings, type Glimpse } from '#lib/room/happenings.ts';
import type { LiveSession } from '#lib/room/live-session.svelte.ts';
import type { RoomView } from './room-view.svelte.ts';

const LOOK_EVERY_MS = 500;

/** Tells what happens in the room, and whether the page is cut off from it. Returns how to stop. */
export function tellHappenings(live: LiveSession, announcer: Announcer, view: RoomView): () => void {
	const startedAt = live.clock.now();
	let before: Glimpse | null = null;
	const glimpse = (): Glimpse | null => {
		const room = live.inRoom?.state.glimpse();
		// Until the room's word has come there is nothing to compare with.
		if (!room?.about) return null;
		const openings = live.inRoom?.line?.state.read() ?? [];
		const closing = isClosing(room.open, live.clock.now());
		return { ...room, isClosing: closing, openings: openings.filter(({ at }) => at >= startedAt) };
	};
	let isAsking = false;
	const askWhere = () => {
		if (isAsking) return;
		isAsking = true;
		// Without an answer there is no network; the next look asks again.
		live
			.lookAgain()
			.finally(() => (isAsking = false))
			.catch(() => view.connection.hear(true));
	};
	const look = () => {
		view.connection.hear(live.documents.offline);
		if (live.inRoom?.room.closedBecause === 'gone') askWhere();
		const now = glimpse();
		const told = before && now ? happenings(before, now, live.me) : [];
		for (const { text, urgent } of told) {
			if (urgent) announcer.sayNow(text);
			else announcer.say(text);
		}
		before = now;
	};
	const timer = setInterval(look, LOOK_EVERY_MS);
	return () => {
		clearInterval(timer);
		announcer.stop();
		view.connection.stop();
	};
}
