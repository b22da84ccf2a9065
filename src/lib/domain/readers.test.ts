import { expect, test } from 'vitest';
import type { GroupKind, Place } from './group.ts';
import type { PersonId } from './ids.ts';
import type { FacilitatorReads, SharingMode } from './plan.ts';
import { canOpen } from './policy.ts';
import { readersLine, sheetKind, type SheetKind } from './readers.ts';

const names = {
	ana: 'member',
	ben: 'member',
	dana: 'facilitator',
	alex: 'co-facilitator',
	obi: 'observer'
} as const;
type Name = keyof typeof names;

const READS: FacilitatorReads[] = ['no', 'as-you-type', 'after-done'];
const SHARING: SharingMode[] = ['private', 'reveal', 'together'];
const KINDS: GroupKind[] = ['therapy', 'peer'];

interface Case {
	kind: SheetKind;
	reads: FacilitatorReads;
	groupKind: GroupKind;
	named: Name[];
}

/** Who can read Ana's sheet now, asked of the policy. */
function readersByPolicy({ kind, reads, groupKind, named }: Case, done: boolean): Name[] {
	return (Object.keys(names) as Name[]).filter((name) =>
		canOpen(
			{
				person: name as PersonId,
				staff: false,
				place: names[name] as Place,
				standing: 'admitted',
				attended: true
			},
			'read',
			{
				kind,
				owner: kind === 'table' ? null : ('ana' as PersonId),
				readers: named as unknown as PersonId[],
				breakout: null
			},
			{
				groupKind,
				locked: false,
				attention: 'follow',
				readable: reads === 'as-you-type' || (reads === 'after-done' && done)
			}
		)
	);
}

/** Who the sentence says can read it. */
function readersBySentence(line: string, done: boolean): Name[] {
	if (line.startsWith('Everyone')) return Object.keys(names) as Name[];
	const facilitators = (['dana', 'alex'] as const).filter((name) => line.toLowerCase().includes(name));
	return ['ana', ...(line.includes('after you press Done') && !done ? [] : facilitators)];
}

test('S09 the line names exactly those whom the policy lets read, before and after Done', () => {
	let asked = 0;
	for (const groupKind of KINDS)
		for (const reads of READS)
			for (const sharing of SHARING)
				for (const named of [[], ['dana'], ['dana', 'alex']] as Name[][])
					for (const done of [false, true]) {
						const kind = sheetKind({ sharing, facilitatorReads: reads, groupKind });
						const facilitators = named.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
						const line = readersLine({ kind, owner: null, facilitatorReads: reads, facilitators, groupKind });
						const told = readersBySentence(line, done).sort();
						expect(told, line).toEqual(readersByPolicy({ kind, reads, groupKind, named }, done).sort());
						asked++;
					}
	expect(asked).toBe(108);
});

test('S09 the sentences are the ones members learn', () => {
	const line = (kind: SheetKind, facilitatorReads: FacilitatorReads, ...facilitators: string[]) =>
		readersLine({ kind, owner: null, facilitatorReads, facilitators, groupKind: 'therapy' });
	expect(line('own', 'no', 'Dana')).toBe('Only you');
	expect(line('folder', 'as-you-type', 'Dana')).toBe('You and Dana, as you type');
	expect(line('folder', 'after-done', 'Dana')).toBe('You, and Dana after you press Done');
	expect(line('folder', 'after-done', 'Dana', 'Alex')).toBe('You, and Dana and Alex after you press Done');
	expect(line('folder', 'as-you-type', 'Dana', 'Alex')).toBe('You, Dana and Alex, as you type');
	expect(line('table', 'no')).toBe('Everyone in the room, as you type');
});

test('S09 a facilitator who opens a sheet sees whose it is and who reads it', () => {
	const sheet = { kind: 'folder', owner: 'Ana', facilitators: ['you'], groupKind: 'therapy' } as const;
	expect(readersLine({ ...sheet, facilitatorReads: 'after-done' })).toBe(
		'Ana, and you after they press Done'
	);
	expect(readersLine({ ...sheet, facilitatorReads: 'as-you-type' })).toBe('Ana and you, as they type');
});

test('S14 in a peer-led group the host reads no sheet, whatever the plan says', () => {
	expect(sheetKind({ sharing: 'reveal', facilitatorReads: 'as-you-type', groupKind: 'peer' })).toBe('own');
	expect(
		readersLine({
			kind: 'folder',
			owner: null,
			facilitatorReads: 'as-you-type',
			facilitators: ['Dana'],
			groupKind: 'peer'
		})
	).toBe('Only you');
});
