import { afterEach, expect, test } from 'vitest';
import type { CheckInAnswers, CheckInId } from '../../src/lib/domain/check-ins.ts';
import type { GroupKind } from '../../src/lib/domain/group.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { deskDocument, roomDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** What members give of their check-ins, and what it raises. */

let meeting: Meeting;
afterEach(() => meeting.end());

const NOTHING: CheckInAnswers = { mood: null, energy: null, word: '' };

async function begin(
	checkIns: CheckInId[],
	{ kind = 'therapy', of = 'check-in' }: { kind?: GroupKind; of?: 'check-in' | 'check-out' } = {}
) {
	const asking = { ...newStep(of, kind), checkIns } as Step;
	meeting = await startMeeting({ kind, steps: ['arrive', asking] });
	const people = await meeting.letIn('Ana', 'Ben', 'Chris');
	await meeting.say(meeting.dana.id, 'go-to-step', { step: asking.id });
	const give = (
		person: PersonId,
		answers: Partial<CheckInAnswers>,
		audience: 'group' | 'facilitators' = 'facilitators'
	) => meeting.say(person, 'give-check-in', { step: asking.id, audience, ...NOTHING, ...answers });
	return { step: asking.id, people, give };
}

const flags = () => meeting.read('desk', (doc) => [...deskDocument(doc).flags.values()]);
const clear = async (flag: Awaited<ReturnType<typeof flags>>[number]['id']) =>
	meeting.say(meeting.dana.id, 'clear-flag', { flag, outcome: 'We spoke.' });

test('S03 an urge of 3 in a check-in reaches the facilitators at once, also when the rest goes to the group', async () => {
	const { people, give } = await begin(['mood', 'urge']);
	await give(people[0]!, { mood: 5, urge: 2 });
	expect(await flags()).toEqual([]);
	await give(people[0]!, { mood: 5, urge: 3 }, 'group');
	expect(await flags()).toMatchObject([{ person: people[0], cause: 'self-harm', quiet: false, name: 'Ana' }]);
	// While it is open nothing more is raised. Once it was cleared, the same answer is no news, and a new urge is.
	await give(people[0]!, { urge: 4 });
	expect(await flags()).toHaveLength(1);
	await clear((await flags())[0]!.id);
	await give(people[0]!, { urge: 4, mood: 5 });
	expect(await flags()).toHaveLength(1);
	await give(people[0]!, { urge: 1 });
	await give(people[0]!, { urge: 3 });
	expect(await flags()).toHaveLength(2);
});

test('S03 distress of 90 now is a quiet notice; of 85 it is none', async () => {
	const { people, give } = await begin(['distress']);
	await give(people[1]!, { distress: 85 });
	expect(await flags()).toEqual([]);
	await give(people[1]!, { distress: 90 });
	expect(await flags()).toMatchObject([{ person: people[1], cause: 'distress', quiet: true }]);
});

test('S03 a check-out that asks again reads its risks too, and does not say that the sheet is done', async () => {
	const { people, give, step } = await begin(['urge'], { of: 'check-out' });
	await give(people[0]!, { urge: 4 });
	expect(await flags()).toMatchObject([{ cause: 'self-harm' }]);
	const progress = await meeting.read('desk', (doc) =>
		deskDocument(doc).progress.get(`${step} ${people[0]}`)
	);
	expect(progress).toBeUndefined();
});

test('S10 an urge is known to the desk alone, and the group’s numbers hold none of it', async () => {
	const { people, give, step } = await begin(['mood', 'distress', 'urge']);
	for (const [index, person] of people.entries()) {
		await give(person, { mood: 5, distress: 10 * index, urge: 2 }, 'group');
	}
	await meeting.say(meeting.dana.id, 'show-numbers', { step });
	const numbers = await meeting.read('room', (doc) => roomDocument(doc).numbers.get(step));
	expect(numbers?.map(({ question }) => question)).toEqual(['Mood', 'Distress']);
	for (const { kind, id } of await meeting.app.documents.ofSession(meeting.session)) {
		if (kind === 'desk') continue;
		const said = await meeting.app.documents.read(id, (doc) => JSON.stringify(doc.toJSON()));
		expect(said, kind).not.toMatch(/"urge":2/);
	}
});

test('what a step does not ask cannot be given in it, nor anything in a step without a check-in', async () => {
	const { people, give } = await begin(['mood']);
	await expect(give(people[0]!, { urge: 1 })).rejects.toMatchObject({ reason: 'invalid' });
	await expect(
		meeting.say(people[0]!, 'give-check-in', {
			step: meeting.steps[0]!.id,
			audience: 'group',
			...NOTHING,
			mood: 1
		})
	).rejects.toMatchObject({ reason: 'invalid' });
	const feeling = { pleasant: 1, stirred: 1, words: ['a word of my own'] };
	await expect(give(people[0]!, { feeling })).rejects.toMatchObject({ reason: 'invalid' });
});

test('S14 in a peer group very high distress tells the host nothing, and an urge cannot be planned', async () => {
	const { people, give } = await begin(['mood', 'distress'], { kind: 'peer' });
	await give(people[0]!, { mood: 1, distress: 100 }, 'group');
	expect(await flags()).toEqual([]);
	expect(await meeting.read('desk', (doc) => JSON.stringify(doc.toJSON()))).not.toContain('distress');
	const asking = { ...newStep('check-in', 'peer'), checkIns: ['urge'] } as Step;
	const { app, dana, session } = meeting;
	const { group } = (await app.schedule.get(session))!;
	const wish = { group, title: '', zone: 'Europe/London', minutes: 60, startsAt: app.now() };
	await expect(
		app.schedule.plan(dana.asker, { ...wish, plan: { steps: [asking], keepChat: false } })
	).rejects.toMatchObject({ reason: 'not-allowed' });
});

test('a check-in and the one at the check-out are both there to look back at', async () => {
	const first = { ...newStep('check-in', 'therapy'), checkIns: ['distress'] } as Step;
	const last = { ...newStep('check-out', 'therapy'), checkIns: ['distress'] } as Step;
	meeting = await startMeeting({ steps: [first, last] });
	const [ana] = (await meeting.letIn('Ana')) as [PersonId];
	for (const [step, distress] of [[first.id, 70] as const, [last.id, 30] as const]) {
		await meeting.say(meeting.dana.id, 'go-to-step', { step });
		await meeting.say(ana, 'give-check-in', { step, audience: 'facilitators', ...NOTHING, distress });
	}
	await meeting.say(meeting.dana.id, 'end-session', {});
	await meeting.app.signOff.signOff(meeting.dana.asker, meeting.session);
	const given = await meeting.app.artifacts.checkInsOf(meeting.dana.asker, meeting.session);
	expect(given.map(({ body }) => body.kind === 'check-in' && body.distress).sort()).toEqual([30, 70]);
});
