import { expect, test } from 'vitest';
import { exerciseNamed } from './exercises/library.ts';
import { offeredAs, offeredTogether } from './exercises/offered.ts';
import { needsSomeoneThere, type GivenSheet, ROOM_SHEET, unreceived } from './flag-receiver.ts';

const DIARY = exerciseNamed('skills-diary')!;
const READ: GivenSheet = { sharing: 'private', facilitatorReads: 'after-done' };
const UNREAD: GivenSheet = { sharing: 'private', facilitatorReads: 'no' };
const LEADER = [{ place: 'facilitator' }] as const;

test('S03 S05 what asks about harming oneself is received on a sheet that a facilitator reads, and nowhere else', () => {
	expect(unreceived(DIARY, READ, LEADER)).toBe(null);
	expect(unreceived(DIARY, UNREAD, LEADER)).toContain('nobody is named');
	expect(unreceived(DIARY, ROOM_SHEET, LEADER)).toContain('nobody is named');
	expect(unreceived(DIARY, READ, [{ place: 'member' }])).toContain('nobody is named');
	expect(unreceived(exerciseNamed('worry-tree')!, ROOM_SHEET, [])).toBe(null);
});

test('S03 rooms, and members whose sheet nobody reads, are not offered what would be refused', () => {
	const ids = (exercises: readonly { id: string }[]) => exercises.map(({ id }) => id);
	expect(ids(offeredTogether('therapy'))).not.toContain('skills-diary');
	expect(ids(offeredAs(UNREAD, 'therapy'))).not.toContain('skills-diary');
	expect(ids(offeredAs(READ, 'therapy'))).toContain('skills-diary');
	expect(ids(offeredTogether('therapy'))).toContain('problem-solving');
});

test('S05 between sessions feeling unsafe is something to be heard at once, too', () => {
	expect(needsSomeoneThere(exerciseNamed('check-out-card')!)).toBe(true);
	expect(needsSomeoneThere(exerciseNamed('box-breathing')!)).toBe(false);
});
