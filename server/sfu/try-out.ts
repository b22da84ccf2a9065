import { Feed } from './feed.ts';
import { openJanusRoom } from './janus-room.ts';
import type { RunningJanus } from './janus-process.ts';

/** Long enough for a browser to see whether it gets through. */
const TRIAL_MS = 20_000;

/** Answers the offer of a browser that tries whether its media would reach the SFU: in a room of its own, for a moment. */
export async function tryOut({ client, adminKey }: RunningJanus, sdp: string): Promise<string> {
	const room = await openJanusRoom(client, adminKey);
	// Gone by itself when Janus is.
	const end = () => void room.destroy().catch(() => undefined);
	try {
		const answer = await new Feed(client, room.keys, 'trial').offer(sdp);
		setTimeout(end, TRIAL_MS).unref();
		return answer;
	} catch (error) {
		end();
		throw error;
	}
}
