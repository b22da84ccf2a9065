import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { StepInView } from '#lib/domain/plan.ts';
import { RoomsDraft } from './rooms-draft.svelte.ts';

const people = ['ana', 'ben', 'chris', 'elif', 'jo'] as PersonId[];
const round = { kind: 'round', minutes: 15 } as StepInView;
const draftOf = (step: StepInView, of = people) =>
	new RoomsDraft(
		() => of,
		step,
		() => 0
	);

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
