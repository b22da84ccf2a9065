import { afterEach, expect, test } from 'vitest';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { addNote } from '../../src/lib/domain/board-notes.ts';
import { FIRST_SHEET } from '../../src/lib/domain/board-sheets.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { auditRows } from '../store/audit-log.ts';
import { artifactsOf } from '../store/artifacts.ts';
import { TestEvening, type Name } from '../../tests/support/evening.ts';

let evening: TestEvening;
afterEach(() => evening.close());

const seen = async (name: Name) => {
	const { open, closed } = await evening.artifacts.ofSession(evening.as(name), evening.session.id);
	return {
		open: open.map(({ body, audience }) => `${body.kind} for ${audience}`),
		closed: closed.map(({ kind, audience }) => `${kind} for ${audience}`),
		text: JSON.stringify(open)
	};
};

async function wholeEvening() {
	evening = await TestEvening.open();
	evening.sheet('Ana', 'Thought record', 'Sam walked past me', { named: true, done: true });
	evening.sheet('Ben', 'Thought record', 'I lost my keys', { named: true });
	evening.sheet('Ana', 'Check-out', 'I am not alone');
	evening.checkIn('Ana', 2.5);
	evening.checkIn('Ben', 5, 'group');
	evening.reveal('Ben', 'I lost my keys', { keep: true });
	evening.reveal('Ana', 'only for this evening', { keep: false });
	evening.chat('Chris', 'see you next week');
	evening.chat('Chris', 'something unkind', true);
	evening.write('board', { step: evening.step('What helps us') }, (doc) => {
		const { people } = evening;
		addNote(boardDocument(doc), {
			...{ by: people.Ana, kind: 'note', sheet: FIRST_SHEET, spot: { x: 10, y: 10 }, words: 'A walk' }
		});
	});
	await evening.keep();
}

test('S12 S21 sign-off keeps the boards, the sheets, the check-ins, what was shown to be kept, and the chat', async () => {
	await wholeEvening();
	const ana = await seen('Ana');
	expect(ana.open.toSorted()).toEqual([
		'board for group',
		'chat for group',
		'check-in for named',
		'reveals for group',
		'worksheet for named',
		'worksheet for owner'
	]);
	expect(ana.text).toContain('Sam walked past me');
	expect(ana.text).toContain('A walk');
	expect(ana.closed).toEqual([]);
});

test('what a breakout made is kept for its people and the facilitators, and for nobody else of the group', async () => {
	evening = await TestEvening.open();
	const { people } = evening;
	const step = evening.step('What helps us');
	const [id, number] = [newId<'breakout'>(), 2];
	const board = evening.write('board', { step, breakout: id }, (doc) => {
		addNote(boardDocument(doc), {
			...{ by: people.Ana, kind: 'note', sheet: FIRST_SHEET, spot: { x: 10, y: 10 }, words: 'Only us two' }
		});
	});
	const room = { id, number, step, people: [people.Ana, people.Ben], table: null, talk: newId<'document'>() };
	const task = { kind: 'board' as const, template: 'blank' };
	evening.room(({ breakouts }) => breakouts.set(id, { ...room, task, board: board.id }));
	await evening.keep();
	for (const name of ['Ana', 'Ben', 'Dana'] as const)
		expect((await seen(name)).text).toContain('Only us two');
	const chris = await seen('Chris');
	expect([chris.open, chris.closed]).toEqual([[], []]);
	const review = await evening.reviews.ofSession(evening.as('Ben'), evening.session.id);
	expect(review.ofGroup.map(({ title }) => title)).toEqual(['What helps us, room 2']);
});

test('S12 ‘only now’ is not kept, and neither is a line of the chat that was hidden', async () => {
	await wholeEvening();
	for (const name of ['Ana', 'Dana'] as const) {
		const { text } = await seen(name);
		expect(text).toContain('I lost my keys');
		expect(text).not.toContain('only for this evening');
		expect(text).not.toContain('something unkind');
	}
});

test('R22 a member sees the group’s work and their own, and nothing at all of what others wrote for themselves', async () => {
	await wholeEvening();
	const chris = await seen('Chris');
	expect(chris.open.toSorted()).toEqual(['board for group', 'chat for group', 'reveals for group']);
	expect(chris.closed).toEqual([]);
	expect(chris.text).not.toContain('Sam walked past me');
});

test('S12 a member who was not at the session sees nothing of it', async () => {
	await wholeEvening();
	expect(await seen('Elif')).toEqual({ open: [], closed: [], text: '[]' });
});

test('S09 a sheet that was to be read after Done, and never was done, stays its author’s alone', async () => {
	await wholeEvening();
	const dana = await seen('Dana');
	expect(dana.closed.toSorted()).toEqual(['check-in for named', 'check-in for named', 'worksheet for named']);
	expect((await seen('Ben')).open).toContain('worksheet for owner');
});

test('S11 what is kept of an answer without a name says nowhere whose it was, and its author still knows it', async () => {
	const WORDS = { Ana: 'the first', Ben: 'the second', Chris: 'the third' };
	evening = await TestEvening.open();
	for (const name of ['Ana', 'Ben', 'Chris'] as const) {
		evening.reveal(name, WORDS[name], { keep: true, anonymous: true });
	}
	await evening.keep();
	const forDana = await evening.artifacts.ofSession(evening.as('Dana'), evening.session.id);
	const forAna = await evening.artifacts.ofSession(evening.as('Ana'), evening.session.id);
	const text = JSON.stringify(forDana.open);
	for (const name of ['Ana', 'Ben', 'Chris'] as const) expect(text).not.toContain(evening.people[name]);
	expect(forDana.open[0]?.mine).toEqual([]);
	const [kept] = forAna.open;
	const mine = kept?.body.kind === 'reveals' && kept.body.items.filter(({ id }) => kept.mine.includes(id));
	expect(mine).toMatchObject([{ name: null, lines: [WORDS.Ana] }]);
});

test('S12 a step that the plan does not keep leaves nothing, whatever the sign-off says', async () => {
	const forgetting = (plan: Plan) => ({
		keepChat: false,
		steps: plan.steps.map((step) => ({ ...step, keep: step.kind === 'check-in' }))
	});
	evening = await TestEvening.open('therapy', forgetting);
	evening.sheet('Ana', 'Thought record', 'Sam walked past me', { named: true, done: true });
	evening.reveal('Ana', 'Sam walked past me', { keep: true });
	evening.chat('Ana', 'hello');
	evening.checkIn('Ana', 5);
	const everything = { steps: new Set(evening.session.plan.steps.map(({ id }) => id)), chat: true };
	await evening.signOff.signOff(evening.as('Dana'), evening.session.id, everything);
	expect((await seen('Ana')).open).toEqual(['check-in for named']);
});

test('the facilitator may keep less than the plan promised', async () => {
	evening = await TestEvening.open();
	evening.chat('Ana', 'hello');
	evening.checkIn('Ana', 5);
	await evening.signOff.signOff(evening.as('Dana'), evening.session.id, { steps: new Set(), chat: true });
	expect((await seen('Ana')).open).toEqual(['chat for group']);
});

test('signing off twice keeps everything once', async () => {
	evening = await TestEvening.open();
	evening.checkIn('Ana', 5);
	await evening.keep();
	await evening.keep();
	expect(await artifactsOf(evening.ground.store.db, evening.session.id)).toHaveLength(1);
	expect((await evening.schedule.get(evening.session.id))?.state).toBe('signed-off');
});

test('two facilitators who sign off at the same moment keep everything once', async () => {
	evening = await TestEvening.open();
	evening.checkIn('Ana', 5);
	const results = await Promise.allSettled([evening.keep(), evening.keep()]);
	expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	expect(await artifactsOf(evening.ground.store.db, evening.session.id)).toHaveLength(1);
});

test('S04 nothing is signed off while a flag is open; once it is cleared, what was done is kept for facilitators', async () => {
	evening = await TestEvening.open();
	evening.flag('Ana', { is: 'acknowledged', by: evening.people.Dana, at: 2 });
	await expect(evening.keep()).rejects.toMatchObject({ name: 'Refusal', reason: 'conflict' });
	expect((await evening.schedule.get(evening.session.id))?.state).toBe('ended');
	evening.desk((desk) => {
		for (const [id, flag] of desk.flags) {
			const state = { is: 'cleared' as const, by: evening.people.Dana, at: 3, outcome: 'Spoke for a while.' };
			desk.flags.set(id, { ...flag, state });
		}
	});
	await evening.keep();
	expect((await seen('Dana')).text).toContain('Spoke for a while.');
	expect((await seen('Ana')).open).toEqual([]);
});

test('S12 members sign nothing off, and strangers cannot tell whether there is such a session', async () => {
	evening = await TestEvening.open();
	const asMember = evening.signOff.signOff(evening.as('Ana'), evening.session.id);
	await expect(asMember).rejects.toMatchObject({ reason: 'not-allowed' });
	const stranger = { person: evening.session.id as unknown as (typeof evening.people)['Ana'], staff: true };
	const asStranger = evening.signOff.signOff(stranger, evening.session.id);
	await expect(asStranger).rejects.toMatchObject({ reason: 'not-found' });
});

test('what is shown before signing off counts things, and says nothing that anyone wrote', async () => {
	evening = await TestEvening.open();
	evening.sheet('Ana', 'Thought record', 'Sam walked past me', { named: true, done: true });
	evening.sheet('Ben', 'Thought record', 'I lost my keys');
	evening.reveal('Ben', 'I lost my keys', { keep: true });
	evening.chat('Ben', 'hello');
	const preview = await evening.signOff.preview(evening.as('Dana'), evening.session.id);
	const record = preview.steps.find(({ title }) => title === 'Thought record');
	expect(record?.holds).toEqual([
		{ kind: 'reveals', audience: 'group', count: 1 },
		{ kind: 'worksheet', audience: 'named', count: 1 },
		{ kind: 'worksheet', audience: 'owner', count: 1 }
	]);
	expect(preview.chatLines).toBe(1);
	expect(JSON.stringify(preview)).not.toMatch(/Sam|keys|hello/);
});

test('R59 a sheet that cannot be read is named; the rest is signed off without it when the facilitator says so', async () => {
	evening = await TestEvening.open();
	const { id } = evening.sheet('Ana', 'Thought record', 'lost words', { named: true, done: true });
	evening.checkIn('Ana', 5);
	evening.papers.quarantined.add(id);
	const { steps } = await evening.signOff.preview(evening.as('Dana'), evening.session.id);
	expect(steps.find(({ title }) => title === 'Thought record')?.holds).toBe('unreadable');
	await expect(evening.keep()).rejects.toMatchObject({
		reason: 'conflict',
		message: expect.stringContaining('“Thought record” cannot be read')
	});
	const without = new Set([evening.step('How are you arriving?')]);
	await evening.signOff.signOff(evening.as('Dana'), evening.session.id, { steps: without, chat: true });
	expect((await seen('Ana')).open).toEqual(['check-in for named']);
});

test('R44 R52 neither the rows nor the audit log hold a word of what was captured', async () => {
	await wholeEvening();
	const rows = await artifactsOf(evening.ground.store.db, evening.session.id);
	const bytes = Buffer.concat(rows.flatMap((row) => [row.title_sealed, row.body_sealed])).toString('latin1');
	const events = JSON.stringify(await auditRows(evening.ground.store.db));
	expect(`${bytes}${events}`).not.toMatch(/Sam walked|A walk|Thought record/);
});
