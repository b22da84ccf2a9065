import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTENTIONS, type Attention } from '../../src/lib/domain/attention.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { ACTION_POLICY } from '../../src/lib/domain/policy.ts';
import type { CommandName } from '../../src/lib/protocol/commands.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Every command that members have, given by hand under each attention (R19). */

const ALL = Object.keys(ATTENTIONS) as Attention[];
const NEVER: Attention[] = [];
const WHILE_HELD: Attention[] = ['hold'];
/** Under which attention each is stopped; what reaches a facilitator, takes back or passes is stopped by none. */
const STOPPED: Record<string, Attention[]> = {
	chat: ['hold', 'focus', 'quiet'],
	reveal: ['hold', 'focus'],
	respond: ['hold', 'focus'],
	'show-screen': ['hold', 'focus'],
	'give-check-in': WHILE_HELD,
	'hand-in': WHILE_HELD,
	...Object.fromEntries(
		[
			...['support', 'write-line', 'know-someone', 'raise-hand', 'set-means', 'pass-turn', 'pass-reveal'],
			...['take-back', 'take-back-response', 'take-back-note', 'ask-responses', 'answer-about', 'step-back'],
			...['call-for-help', 'offer-captions', 'put-screen-away', 'open-sheet', 'report-progress'],
			...['report-speech', 'report-call']
		].map((name) => [name, NEVER])
	)
};
/** What the policy refuses, in whatever words a command itself would. */
const NOT_YOURS = 'This is not yours to do just now.';

let meeting: Meeting;
let ana: PersonId;
let inputs: Record<string, object>;

beforeAll(async () => {
	meeting = await startMeeting({ steps: ['worksheet', 'board', 'check-in'] });
	[ana] = (await meeting.letIn('Ana')) as [PersonId];
	const [worksheet, board, checkIn] = meeting.steps.map(({ id }) => id);
	await meeting.say(meeting.dana.id, 'go-to-step', { step: worksheet! });
	const answer = { step: worksheet, field: 'situation' };
	inputs = {
		...{ chat: { text: 'Hello' }, respond: { reveal: newId(), text: 'Mine too' }, 'show-screen': {} },
		reveal: { ...answer, as: 'named', keep: false },
		'give-check-in': { step: checkIn, audience: 'group', mood: 5, energy: null, word: '' },
		'hand-in': { step: board, what: 'notes', given: true },
		...{ support: { text: '' }, 'write-line': { text: 'A word' }, 'know-someone': { text: 'Ben' } },
		...{ 'raise-hand': { raised: true }, 'set-means': { means: 'text' }, 'pass-turn': {} },
		...{
			'pass-reveal': { step: worksheet },
			'take-back': answer,
			'take-back-response': { response: newId() }
		},
		...{ 'take-back-note': { step: board, note: 'abcdefghijkl' }, 'call-for-help': {}, 'step-back': {} },
		'ask-responses': { reveal: newId(), wanted: true },
		'answer-about': { person: newId(), agrees: true },
		...{ 'offer-captions': { offered: false }, 'put-screen-away': { person: ana } },
		...{ 'open-sheet': { step: worksheet }, 'report-progress': { step: worksheet, progress: 'writing' } },
		...{ 'report-speech': { ms: 10 }, 'report-call': { voiceMs: 0, textMs: 0, weakMs: 0 } }
	};
});
afterAll(() => meeting.end());

/** The member's commands by the policy table; leaving has a test of its own, and typing captions is no command. */
const COMMANDS = Object.entries(ACTION_POLICY)
	.filter(
		([name, who]) =>
			(who as readonly string[]).some((one) => one === 'admitted' || one === 'owner') &&
			!/\.|^leave$/.test(name)
	)
	.map(([name]) => name as CommandName);

test('the table below names every command of members, and none that is not', () => {
	expect(Object.keys(STOPPED).toSorted()).toEqual(COMMANDS.toSorted());
});

test.each(ALL)('R19 under %s members are refused exactly what it stops', async (attention) => {
	await meeting.say(meeting.dana.id, 'set-attention', { attention });
	for (const name of COMMANDS) {
		const said = await meeting.say(ana, name, inputs[name] as never).then(
			() => 'done',
			(error: { reason?: string; message: string }) => [error.reason, error.message]
		);
		// Each was understood: what is malformed would be refused without asking the policy.
		expect(said, `${name}: ${String(said)}`).not.toContain('invalid');
		if (STOPPED[name]!.includes(attention)) expect(said, name).toEqual(['not-allowed', NOT_YOURS]);
		else expect(said, name).not.toContain(NOT_YOURS);
	}
});
