import { expect, test } from 'vitest';
import { CHECK_INS, type CheckInId } from '../../src/lib/domain/check-ins.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import type { GroupKind, Placement } from '../../src/lib/domain/group.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import type { Plan, Step, WorksheetStep } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import type { Actor } from '../../src/lib/domain/policy.ts';
import { isTherapyOnly } from '../../src/lib/domain/therapy-only.ts';
import { plannable } from './plan-rules.ts';

const dana = newId<'person'>();
const leader: Placement = { person: dana, group: newId(), place: 'facilitator', alias: 'Dana', seat: 0 };
const actor: Actor = { person: dana, staff: true, place: 'facilitator', standing: null, attended: false };

function sheet(exercise: string, more: Partial<WorksheetStep> = {}): WorksheetStep {
	return {
		...{ id: newId(), kind: 'worksheet', title: exercise, minutes: 5, prompt: '', notes: '', keep: true },
		...{ attention: 'follow', exercise, sharing: 'private', facilitatorReads: 'after-done' },
		...more
	} as WorksheetStep;
}

function planned(
	step: Step,
	around: { kind?: GroupKind; nonCommercial?: boolean; placements?: Placement[] } = {}
): Plan {
	return plannable(
		{ steps: [step], keepChat: false },
		{
			...{ kind: 'therapy', nonCommercial: false, placements: [leader] },
			...around,
			actor
		}
	);
}

test.each(['phq-9', 'core-10'])(
	'S03 %s does not come into a plan while nobody is named to receive its flag',
	(measure) => {
		const free = { nonCommercial: true };
		const unread = sheet(measure, { facilitatorReads: 'no' });
		expect(() => planned(unread, free)).toThrow('nobody is named');
		expect(() => planned(sheet(measure, { sharing: 'together' }), free)).toThrow('nobody is named');
		const members: Placement[] = [{ ...leader, place: 'member' }];
		expect(() => planned(sheet(measure), { ...free, placements: members })).toThrow('nobody is named');
		expect(planned(sheet(measure), free).steps).toHaveLength(1);
		expect(planned(sheet(measure, { facilitatorReads: 'as-you-type' }), free).steps).toHaveLength(1);
	}
);

test('S03 S05 an exercise of the practice’s own that asks about self-harm is kept to the same', () => {
	const own = { id: newId(), definition: { ...exerciseNamed('skills-diary')!, title: 'Our diary' } };
	const ours = (more: Partial<WorksheetStep>) =>
		planned(sheet(own.id, { definition: { ...own.definition, id: own.id }, ...more }));
	expect(() => ours({ facilitatorReads: 'no' })).toThrow('“Our diary” asks about harming oneself');
	expect(() => ours({ sharing: 'together' })).toThrow('nobody is named');
	expect(ours({ facilitatorReads: 'after-done' }).steps).toHaveLength(1);
	const harmless = { ...exerciseNamed('worry-tree')!, id: own.id };
	expect(planned(sheet(own.id, { definition: harmless, facilitatorReads: 'no' })).steps).toHaveLength(1);
});

function inRooms(exercise: string): Step {
	return { ...newStep('breakout', 'therapy'), work: 'sheet', exercise } as Step;
}

test('rooms are given exercises of the library or of the practice’s own', () => {
	const rooms = (exercise: string, definition?: object) =>
		planned({ ...inRooms(exercise), ...(definition && { definition }) } as Step);
	expect(() => rooms(newId())).toThrow('not in the library');
	const own = { ...exerciseNamed('worry-tree')!, id: newId() };
	expect(rooms(own.id, own).steps).toHaveLength(1);
	const risky = { ...exerciseNamed('skills-diary')!, id: newId() };
	expect(() => rooms(risky.id, risky)).toThrow('nobody is named');
	// S03: nobody reads along in a room.
	expect(() => rooms('skills-diary')).toThrow('nobody is named');
	expect(rooms('worry-tree').steps).toHaveLength(1);
});

test.each([
	...['phq-9', 'phq-8', 'gad-7', 'phq-4', 'pcl-5', 'session-pulse'],
	...['coping-plan', 'chain-analysis', 'meal-log', 'skills-diary']
])('S14 %s is not offered in a peer group', (exercise) => {
	expect(() => planned(sheet(exercise), { kind: 'peer' })).toThrow('not offered in a peer support group');
	expect(planned(sheet(exercise)).steps).toHaveLength(1);
});

test('WHO-5 and CORE-10 wait until the practice says that it earns nothing by them', () => {
	for (const measure of ['who-5', 'core-10']) {
		expect(() => planned(sheet(measure))).toThrow('nothing is earned');
		expect(planned(sheet(measure), { nonCommercial: true }).steps).toHaveLength(1);
	}
});

test.each(['coping-plan', 'chain-analysis', 'session-pulse', 'meal-log'])(
	'%s is each person’s own: neither shown to the group nor filled in by several, and its copy neither',
	(exercise) => {
		const copy = { ...exerciseNamed(exercise)!, id: newId(), copiedFrom: exercise, restricted: undefined };
		const ours = { definition: copy as never };
		for (const sharing of ['reveal', 'together'] as const) {
			expect(() => planned(sheet(exercise, { sharing }))).toThrow('each person’s own');
			expect(() => planned(sheet(copy.id, { sharing, ...ours }))).toThrow('each person’s own');
		}
		expect(planned(sheet(exercise)).steps).toHaveLength(1);
		expect(planned(sheet(copy.id, ours)).steps).toHaveLength(1);
		expect(() => planned(inRooms(exercise))).toThrow('each person’s own');
	}
);

test('meals and feelings are for facilitators to read; what is each person’s own may also be theirs alone', () => {
	expect(() => planned(sheet('meal-log', { facilitatorReads: 'no' }))).toThrow('for facilitators to read');
	expect(planned(sheet('coping-plan', { facilitatorReads: 'no' })).steps).toHaveLength(1);
});

test('a measure is never shown to the group', () => {
	expect(() => planned(sheet('gad-7', { sharing: 'reveal' }))).toThrow('each person’s own');
	expect(() => planned(sheet('gad-7', { sharing: 'together' }))).toThrow('each person’s own');
	expect(planned(sheet('thought-record', { sharing: 'reveal' }), { kind: 'peer' }).steps).toHaveLength(1);
});

function checkIn(kind: 'check-in' | 'check-out', checkIns: CheckInId[]): Step {
	return { ...newStep(kind, 'therapy'), checkIns } as Step;
}

test.each(['check-in', 'check-out'] as const)(
	'S14 a %s does not ask a peer group for an urge to hurt oneself, and what else it may ask is not refused',
	(kind) => {
		expect(() => planned(checkIn(kind, ['mood', 'urge']), { kind: 'peer' })).toThrow(
			'“Urge to hurt myself” is not asked in a peer support group'
		);
		const others = CHECK_INS.map(({ id }) => id).filter((id) => id !== 'urge');
		expect(planned(checkIn(kind, others), { kind: 'peer' }).steps).toHaveLength(1);
		expect(isTherapyOnly([checkIn(kind, ['urge'])])).toBe(true);
		expect(isTherapyOnly([checkIn(kind, others)])).toBe(false);
	}
);

test('S03 no plan asks for an urge to hurt oneself while nobody is named to be told', () => {
	const members: Placement[] = [{ ...leader, place: 'member' }];
	const asking = checkIn('check-in', ['urge']);
	expect(() => planned(asking, { placements: members })).toThrow('needs a facilitator who is told at once');
	expect(planned(asking).steps).toHaveLength(1);
	expect(planned(checkIn('check-in', ['mood', 'distress']), { placements: members }).steps).toHaveLength(1);
});
