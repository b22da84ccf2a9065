import { json } from '@sveltejs/kit';
import { isRefusal, REFUSAL_STATUS } from '#lib/domain/refusal.ts';

/** An endpoint's reply as JSON; a refusal goes out in its kind words. */
export async function jsonAnswer(run: () => Promise<Record<string, unknown>>): Promise<Response> {
	try {
		return json(await run());
	} catch (thrown) {
		if (!isRefusal(thrown)) throw thrown;
		const { message, field, reason } = thrown;
		return json({ message, field, reason }, { status: REFUSAL_STATUS[reason] });
	}
}
