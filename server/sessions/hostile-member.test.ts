import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { ACTION_POLICY } from '../../src/lib/domain/policy.ts';
import type { CommandName } from '../../src/lib/protocol/commands.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

let meeting: Meeting;
let ana: PersonId;
let ben: PersonId;
beforeAll(async () => {
	meeting = await startMeeting();
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
});
afterAll(() => meeting.end());

/** Bodies that a facilitator's browser would send. */
const bodies = (): Partial<Record<CommandName, unknown>> => {
	const step = meeting.steps[1]!.id;
	return {
		...{ admit: { person: ben }, 'send-back': { person: ben, message: '' }, mute: { person: ben } },
		...{
			remove: { person: ben, message: '' },
			'lock-door': { locked: true },
			'lock-stage': { locked: true }
		},
		...{ 'let-screen': { person: ben, allowed: true } },
		...{ 'go-to-step': { step }, 'show-numbers': { step }, 'stop-picture': { person: ben, stopped: true } },
		...{ 'open-contact-card': { person: ben }, 'end-session': {}, 'lower-hand': { person: ben } }
	};
};
const LEADERS = Object.entries(ACTION_POLICY)
	.filter(([, who]) => who.length === 1 && who[0] === 'leading')
	.map(([name]) => name as CommandName);

test.each(LEADERS)(
	'R19 R21 a member’s own request does not %s, and a stranger’s is as one to nowhere',
	async (name) => {
		const look = async () =>
			JSON.stringify([
				await meeting.read('room', (doc) => doc.toJSON()),
				await meeting.read('desk', (doc) => doc.toJSON())
			]);
		const before = await look();
		const say = (by: PersonId) => meeting.say(by, name, (bodies()[name] ?? {}) as never);
		const refused = await say(ana).catch((error: { reason?: string }) => error.reason);
		expect(['not-allowed', 'invalid', 'not-found']).toContain(refused);
		if (bodies()[name]) expect(refused).not.toBe('invalid');
		expect(await say(newId<'person'>()).catch((error: { reason?: string }) => error.reason)).toBe(
			'not-found'
		);
		expect(await look()).toBe(before);
	}
);
