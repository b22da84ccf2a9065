import type { SessionId } from '#lib/domain/ids.ts';
import type { MediaTicket } from '#lib/protocol/media-ticket.ts';
import { refusalOf } from '#lib/room/read-refusal.ts';

/** Asks the server for a place in the call. Rejects with a Refusal, or with a TypeError while it is out of reach. */
export async function fetchTicket(session: SessionId): Promise<MediaTicket> {
	const response = await fetch(`/sessions/${session}/media-ticket`, { method: 'POST' });
	const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
	if (!response.ok) throw refusalOf(response.status, body);
	return body as unknown as MediaTicket;
}
