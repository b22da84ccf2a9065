import { expect, test } from 'vitest';
import type { WhoIsWhere } from '#lib/domain/breakouts.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { StepInView } from '#lib/domain/plan.ts';
import { RoomsDraft } from './rooms-draft.svelte.ts';

const people = ['ana', 'ben', 'chris', 'elif', 'jo'] as PersonId[];
const round = { kind: 'round', minutes: 15 } as StepInView;
const draftOf = (step: StepInView, of = people) => new RoomsDraft(() => of, step, { random: () => 0 });

test('pairs are made by chance, and changed by hand', () => {
	const draft = draftOf(round);
	expect(draft.rooms.map((room) => room.length)).toEqual([3, 2]);
	const [one] = draft.rooms[0]!;
	draft.put(one!, 1);
	expect(draft.rooms[1]).toContain(one);
	expect(draft.trouble).toBe('');
});

test('nobody is sent into a room alone', () => {
	const draft = draftOf(round, people.slice(0, 3));
	draft.put(people[0]!, null);
	expect(draft.trouble).toBe('');
	draft.put(people[1]!, null);
	expect(draft.trouble).toMatch(/alone/);
	expect(draftOf(round, people.slice(0, 1)).trouble).toMatch(/at least two/);
});

test('what the plan prepared stands there already', () => {
	const planned = {
		...{ kind: 'breakout', minutes: 12, sizes: 'rooms', rooms: 2 },
		...{ work: 'board', template: 'circle-of-control', exercise: 'goals' }
	} as StepInView;
	const draft = draftOf(planned);
	expect([draft.minutes, draft.count]).toEqual([12, 2]);
	expect(draft.task).toEqual({ kind: 'board', template: 'circle-of-control' });
});

test('a room that stays empty leaves a hole: the others keep their numbers, and it does not count as one that opens', () => {
	const three = { kind: 'breakout', minutes: 10, sizes: 'rooms', rooms: 3, work: 'talk' } as StepInView;
	const planned = { ana: 1, ben: 1, away: 2, gone: 2, chris: 3, elif: 3, jo: 3 } as WhoIsWhere;
	const draft = new RoomsDraft(() => people, three, { planned: () => planned });
	expect(draft.all).toEqual([['ana', 'ben'], [], ['chris', 'elif', 'jo']]);
	expect([draft.rooms.length, draft.trouble]).toEqual([2, '']);
});

test('whoever is spread goes to who is alone first, and begins no empty room by themselves', () => {
	const three = { kind: 'breakout', minutes: 10, sizes: 'rooms', rooms: 3, work: 'talk' } as StepInView;
	const planned = { ana: 1, ben: 1, away: 2, gone: 2, chris: 3 } as WhoIsWhere;
	const spread = (of: PersonId[]) => {
		const draft = new RoomsDraft(() => of, three, { planned: () => planned });
		draft.spread();
		return draft.all;
	};
	expect(spread(people.slice(0, 4))).toEqual([['ana', 'ben'], [], ['chris', 'elif']]);
	expect(spread(people)).toEqual([['ana', 'ben', 'jo'], [], ['chris', 'elif']]);
	expect(spread([...people, 'kim' as PersonId])).toEqual([
		['ana', 'ben'],
		['jo', 'kim'],
		['chris', 'elif']
	]);
});

test('who was named in the plan stands there; whoever is away leaves a hole, and whoever was not named is spread by a tap', () => {
	const pairs = { kind: 'breakout', minutes: 10, sizes: 'pairs', rooms: 2, work: 'talk' } as StepInView;
	const planned = { ana: 2, ben: 2, chris: 1, away: 1 } as WhoIsWhere;
	const present = [...people];
	const draft = new RoomsDraft(() => present, pairs, { planned: () => planned, random: () => 0 });
	expect(present.map((one) => draft.roomOf(one))).toEqual([1, 1, 0, null, null]);
	expect(present.filter((one) => draft.isUnplaced(one))).toEqual(['elif', 'jo']);
	expect([draft.trouble, draft.canFollowPlan]).toEqual(['Nobody should sit in a room alone.', false]);
	draft.spread();
	expect(draft.rooms).toEqual([
		['chris', 'elif', 'jo'],
		['ana', 'ben']
	]);
	expect([draft.trouble, draft.canFollowPlan]).toEqual(['', true]);
	draft.mix();
	expect(draft.roomOf(present[0]!)).toBe(0);
	draft.followPlan();
	expect(present.map((one) => draft.roomOf(one))).toEqual([1, 1, 0, null, null]);
	// Who is named goes to their room when they come.
	present.push('away' as PersonId);
	expect(draft.roomOf('away' as PersonId)).toBe(0);
});
