import { json } from '@sveltejs/kit';
import { isRefusal, REFUSAL_STATUS } from '#lib/domain/refusal.ts';
import type { RefusalReply } from '#lib/protocol/commands.ts';

/** The reply of an endpoint that programs call: what `run` gives, or its refusal in kind words. */
export async function reply(run: () => Promise<object>): Promise<Response> {
	try {
		return json(await run());
	} catch (error) {
		if (!isRefusal(error)) throw error;
		const { reason, message, field } = error;
		return json({ reason, message, field } satisfies RefusalReply, { status: REFUSAL_STATUS[reason] });
	}
}
