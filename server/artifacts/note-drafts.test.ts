import { afterEach, expect, test } from 'vitest';
import { TestEvening } from '../../tests/support/evening.ts';
import { auditRows } from '../store/audit-log.ts';
import { NoteDrafts } from './note-drafts.ts';

let evening: TestEvening;
afterEach(() => evening.close());

/** An evening on which members wrote, with the words that a note must not hold. */
async function written(): Promise<NoteDrafts> {
	evening = await TestEvening.open();
	evening.sheet('Ana', 'Thought record', 'The letter from the bank', { named: true, done: true });
	evening.checkIn('Ben', 2.5, 'facilitators', 'Heavy');
	evening.reveal('Ben', 'I stayed at home', { keep: true });
	evening.chat('Chris', 'A word to all');
	evening.flag('Ben', { is: 'cleared', by: evening.people.Dana, at: 5, outcome: 'Spoke alone; he stays.' });
	const { reviews, schedule } = evening;
	const homework = {
		...{ session: evening.session.id, exercise: 'worry-tree', dueAt: Date.parse('2026-12-01T18:00:00Z') },
		parts: [{ person: evening.people.Ana, progress: 'not-begun', artifact: null }]
	};
	const homeworks = { ofGroup: () => Promise.resolve([homework, { ...homework, session: 'another' }]) };
	return new NoteDrafts(evening.ground, { reviews, schedule, homeworks: homeworks as never });
}

test('a draft tells who was there, what was planned and made, flags and homework, and no word of a member', async () => {
	const drafts = await written();
	await evening.keep();
	const { draft } = await drafts.of(evening.as('Dana'), evening.session.id);
	for (const part of [
		'Tuesday group: Naming feelings',
		'Led by Dana',
		'- Ana: came at',
		'- Thought record, 10 min',
		'Ana: Thought record, given to read',
		'Ben asked for support',
		'Spoke alone; he stays.',
		'Worry tree, for one person, until 1 December 2026'
	]) {
		expect(draft).toContain(part);
	}
	expect(draft.match(/Worry tree/g)).toHaveLength(1);
	expect(draft).not.toMatch(/bank|Heavy|stayed at home|A word to all/);
	const last = (await auditRows(evening.ground.store.db)).at(-1);
	expect(last).toMatchObject({ person: evening.people.Dana, action: 'session.note-draft' });
});

test('R19 R21 members get no draft, strangers no session, and nobody one before the sign-off', async () => {
	const drafts = await written();
	const of = (name: 'Dana' | 'Ana') => drafts.of(evening.as(name), evening.session.id);
	await expect(of('Dana')).rejects.toMatchObject({ reason: 'conflict' });
	await evening.keep();
	await expect(of('Ana')).rejects.toMatchObject({ reason: 'not-allowed' });
	const stranger = { person: evening.session.id as never, staff: true };
	await expect(drafts.of(stranger, evening.session.id)).rejects.toMatchObject({ reason: 'not-found' });
});
