import { randomBytes } from 'node:crypto';
import type { JanusClient } from './janus-client.ts';

/** More than a room ever has. */
const MOST_FEEDS = 16;

/** What opens a room of Janus's to who sends or receives there: made by us, and known to nobody else. */
export interface RoomKeys {
	room: string;
	pin: string;
}

/** A room in Janus. */
export interface JanusRoom {
	client: JanusClient;
	keys: RoomKeys;
	/** Ends it, with whatever media are left in it. */
	destroy(): Promise<void>;
}

/** Makes a room that takes nothing in the clear, and records nothing. Throws a JanusError. */
export async function openJanusRoom(client: JanusClient, adminKey: string): Promise<JanusRoom> {
	const keys = { room: randomBytes(12).toString('hex'), pin: randomBytes(18).toString('base64url') };
	const secret = randomBytes(18).toString('base64url');
	const ask = async (body: Record<string, unknown>) => {
		const handle = await client.attach();
		await handle.message({ ...body, room: keys.room, secret }).finally(() => handle.detach());
	};
	await ask({
		...{ request: 'create', admin_key: adminKey, pin: keys.pin },
		...{ is_private: true, publishers: MOST_FEEDS, notify_joining: false },
		...{ record: false, lock_record: true, require_e2ee: true },
		...{ audiocodec: 'opus', videocodec: 'vp8', opus_fec: true, opus_dtx: true }
	});
	return { client, keys, destroy: () => ask({ request: 'destroy' }) };
}
