import { type PersonId, parseId, type SessionId } from '#lib/domain/ids.ts';
import { Refusal } from '#lib/domain/refusal.ts';

/** Who calls, and about which session; an id that cannot be one is as unknown as any other (R21). */
export function callerOf(
	locals: App.Locals,
	params: { session: string }
): { person: PersonId; session: SessionId } {
	if (!locals.signedIn) {
		throw new Refusal(
			'not-signed-in',
			'You are signed out. Sign in again; what you wrote is kept on this page.'
		);
	}
	const session = parseId<'session'>(params.session);
	if (!session) throw new Refusal('not-found', 'There is no such session.');
	return { person: locals.signedIn.person, session };
}
