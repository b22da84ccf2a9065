import { expect, test } from 'vitest';
import type { GroupKind, Placement } from '../../src/lib/domain/group.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import type { Plan, WorksheetStep } from '../../src/lib/domain/plan.ts';
import { plannable } from './plan-rules.ts';

const dana = newId<'person'>();
const leader: Placement = { person: dana, group: newId(), place: 'facilitator', alias: 'Dana', seat: 0 };

function sheet(exercise: string, more: Partial<WorksheetStep> = {}): WorksheetStep {
	return {
		...{ id: newId(), kind: 'worksheet', title: exercise, minutes: 5, prompt: '', notes: '', keep: true },
		...{ attention: 'follow', exercise, sharing: 'private', facilitatorReads: 'after-done' },
		...more
	} as WorksheetStep;
}

function planned(
	step: WorksheetStep,
	around: { kind?: GroupKind; nonCommercial?: boolean; placements?: Placement[] } = {}
): Plan {
	return plannable(
		{ steps: [step], keepChat: false },
		{
			...{ kind: 'therapy', nonCommercial: false, placements: [leader] },
			...around,
			actor: { person: dana, staff: true, place: 'facilitator', standing: null, attended: false }
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

test('a measure is never shown to the group', () => {
	expect(() => planned(sheet('gad-7', { sharing: 'reveal' }))).toThrow('each person’s own');
	expect(() => planned(sheet('gad-7', { sharing: 'together' }))).toThrow('each person’s own');
	expect(planned(sheet('thought-record', { sharing: 'reveal' }), { kind: 'peer' }).steps).toHaveLength(1);
});
