import { afterEach, beforeEach, expect, test } from 'vitest';
import { textAt } from '../../src/lib/domain/answer-places.ts';
import type { LineId, PersonId, RevealId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { ACTION_POLICY } from '../../src/lib/domain/policy.ts';
import { deskDocument, roomDocument, stepOf, THE } from '../../src/lib/domain/room.ts';
import type { CommandName } from '../../src/lib/protocol/commands.ts';
import { comeToTheDoor } from '../demo/people.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Leading together, looking on, speaking, a sheet of one's own, and answers to answers. */

let meeting: Meeting;
let dana: PersonId;
let ana: PersonId, ben: PersonId;

beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive', 'worksheet', 'round'] });
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[1]!.id });
});
afterEach(() => meeting.end());

const desk = <T>(look: (of: ReturnType<typeof deskDocument>) => T) =>
	meeting.read('desk', (doc) => look(deskDocument(doc)));
const room = <T>(look: (of: ReturnType<typeof roomDocument>) => T) =>
	meeting.read('room', (doc) => look(roomDocument(doc)));
const refusal = (attempt: Promise<unknown>) =>
	attempt.then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);

/** Somebody with another place in the group than a member's, who has come to the door. */
async function join(name: string, place: 'observer' | 'co-facilitator'): Promise<PersonId> {
	const { app, session } = meeting;
	const { group } = (await app.schedule.get(session))!;
	const who = app.accounts.people.prepare({ name, staff: place !== 'observer' });
	await app.store.writer.commit([who.statement]);
	await app.groups.join(group, who.id, place, name);
	const card = place === 'observer' ? 'member' : place;
	await comeToTheDoor(app, session, { id: who.id, name, place: card });
	return who.id;
}

test('the lead is handed to another facilitator and back, and both keep the same controls', async () => {
	const kim = await join('Kim', 'co-facilitator');
	await meeting.say(dana, 'hand-over', { to: kim });
	const lead = () => room(({ about }) => about.get(THE)!.lead);
	expect(await lead()).toBe(kim);
	expect(await refusal(meeting.say(dana, 'hand-over', { to: ana }))).toBe('invalid');
	expect(await refusal(meeting.say(ana, 'hand-over', { to: ana }))).toBe('not-allowed');
	expect(await refusal(meeting.say(kim, 'go-to-step', { step: meeting.steps[2]!.id }))).toBe('done');
	await meeting.restart();
	expect(await lead()).toBe(kim);
	await meeting.say(dana, 'hand-over', { to: dana });
	expect(await lead()).toBe(dana);
});

test('an observer is seen by all and does nothing but leave, write to the facilitators, and ask for support', async () => {
	const olga = await join('Olga', 'observer');
	await meeting.say(dana, 'ask-about', { person: olga });
	for (const one of [ana, ben]) await meeting.say(one, 'answer-about', { person: olga, agrees: true });
	await meeting.say(dana, 'admit', { person: olga });
	const commands = Object.keys(ACTION_POLICY).filter((name) => !name.includes('.')) as CommandName[];
	const bodies: Partial<Record<CommandName, unknown>> = {
		...{ support: { text: '' }, 'write-line': { text: 'A word' }, leave: {} },
		...{ chat: { text: 'x' }, 'raise-hand': { raised: true }, 'pass-turn': {}, 'step-back': {} },
		...{ 'call-for-help': {}, 'report-speech': { ms: 5 }, 'open-sheet': { step: meeting.steps[1]!.id } }
	};
	const done: string[] = [];
	for (const name of commands.toSorted((a, b) => Number(a === 'leave') - Number(b === 'leave'))) {
		if ((await refusal(meeting.say(olga, name, (bodies[name] ?? {}) as never))) === 'done') done.push(name);
	}
	expect(done.toSorted()).toEqual(['leave', 'support', 'write-line']);
});

test('how long each has spoken is on the desk alone, and nobody can have spoken longer than time went by', async () => {
	const spoken = () => desk((of) => of.spoken.get(ana)?.ms ?? 0);
	await meeting.say(ana, 'report-speech', { ms: 8_000 });
	expect(await spoken()).toBe(8_000);
	await meeting.say(ana, 'report-speech', { ms: 20_000 });
	expect(await spoken()).toBeLessThan(20_000);
	expect(await refusal(meeting.say(ana, 'report-speech', { ms: 90_000 }))).toBe('invalid');
	expect(await meeting.read('room', (doc) => JSON.stringify(doc.toJSON()))).not.toContain('8000');
});

test('one member is given another sheet before they open theirs; nobody else’s room says so', async () => {
	const [, step] = meeting.steps;
	await meeting.say(dana, 'tailor', { step: step!.id, person: ana, exercise: 'kind-letter' });
	const opened = (by: PersonId) => meeting.say(by, 'open-sheet', { step: step!.id });
	expect(await opened(ana)).toMatchObject({ exercise: 'kind-letter' });
	expect(await opened(ben)).toMatchObject({ exercise: 'thought-record' });
	const again = meeting.say(dana, 'tailor', { step: step!.id, person: ana, exercise: null });
	expect(await refusal(again)).toBe('conflict');
	expect(await desk(({ tailored }) => tailored.get(stepOf(step!.id, ana)))).toBe('kind-letter');
	expect(await meeting.read('room', (doc) => JSON.stringify(doc.toJSON()))).not.toContain('kind-letter');
	const [cleo] = await meeting.letIn('Cleo');
	const given = (person: PersonId, exercise: string) =>
		refusal(meeting.say(dana, 'tailor', { step: step!.id, person, exercise }));
	expect(await given(dana, 'kind-letter')).toBe('invalid');
	expect(await given(cleo!, 'nothing-of-ours')).toBe('not-found');
	// A measure has a step of its own in the plan, where its terms are kept to.
	expect(await given(cleo!, 'phq-9')).toBe('not-allowed');
});

test('S03 S05 what asks about harming oneself is given to one member only where a facilitator reads the sheet', async () => {
	const [read, unread] = [newStep('worksheet', 'therapy'), newStep('worksheet', 'therapy')];
	const other = await startMeeting({ steps: [read, { ...unread, facilitatorReads: 'no' } as Step] });
	try {
		const [person] = await other.letIn('Ana');
		const give = (step: Step['id']) =>
			refusal(other.say(other.dana.id, 'tailor', { step, person: person!, exercise: 'skills-diary' }));
		expect(await give(unread.id)).toBe('not-allowed');
		expect(await give(read.id)).toBe('done');
	} finally {
		await other.end();
	}
});

test('others respond only while the author asks for it, and responses go with the answer', async () => {
	const reveal = await show(ana, 'The kettle was cold.');
	const say = (by: PersonId, text: string) => refusal(meeting.say(by, 'respond', { reveal, text }));
	expect(await say(ben, 'Me too')).toBe('conflict');
	expect(await refusal(meeting.say(ben, 'ask-responses', { reveal, wanted: true }))).toBe('not-found');
	await meeting.say(ana, 'ask-responses', { reveal, wanted: true });
	expect([await say(ben, 'Me too'), await say(ben, 'I know that well'), await say(ana, 'x')]).toEqual([
		...['done', 'done', 'invalid']
	]);
	const said = () => room(({ responses }) => responses.toArray());
	expect((await said()).map(({ name, text }) => `${name}: ${text}`)).toEqual(['Ben: I know that well']);
	const id: LineId = (await said())[0]!.id;
	expect(await refusal(meeting.say(ana, 'take-back-response', { response: id }))).toBe('not-found');
	await meeting.say(ana, 'ask-responses', { reveal, wanted: false });
	expect(await say(dana, 'Thank you')).toBe('conflict');
	await meeting.say(ana, 'take-back', { reveal });
	expect(await said()).toEqual([]);
});

test('a round goes by the chairs, with a soft time for each turn that begins anew', async () => {
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[2]!.id });
	await meeting.say(dana, 'start-round', { minutes: 2 });
	const round = () => room(({ stage }) => stage.get(THE)!.round!);
	const first = await round();
	expect([first.order, first.turn, first.turnMs]).toEqual([[dana, ana, ben], dana, 120_000]);
	meeting.passTime(5_000);
	await meeting.say(dana, 'pass-turn', {});
	const second = await round();
	expect(second.turn).toBe(ana);
	expect(second.turnSince).toBeGreaterThan(first.turnSince);
	expect(await refusal(meeting.say(ben, 'pass-turn', {}))).toBe('conflict');
});

async function show(by: PersonId, words: string): Promise<RevealId> {
	const { id: step } = meeting.steps[1]!;
	await meeting.say(by, 'open-sheet', { step });
	const sheet = (await meeting.app.documents.ofSession(meeting.session)).find(
		(head) => head.owner === by && head.step === step
	)!;
	await meeting.app.documents.change([
		{ id: sheet.id, change: (doc) => textAt(doc, 'situation').insert(0, words) }
	]);
	await meeting.say(dana, 'ask-reveal', { step, fields: ['situation'], of: null });
	await meeting.say(by, 'reveal', { step, field: 'situation', as: 'named', keep: false });
	return (await room(({ reveals }) => reveals.toArray())).at(-1)!.id;
}
