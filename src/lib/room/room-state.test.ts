import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersonId, StepId } from '#lib/domain/ids.ts';
import { roomDocument, THE, type Seat, type Stage } from '#lib/domain/room.ts';
import { RoomState } from './room-state.svelte.ts';

const dana = 'dana' as PersonId;
const ana = 'ana' as PersonId;
const ben = 'ben' as PersonId;

function seat(person: PersonId, name: string, rest: Partial<Seat> = {}): Seat {
	const usual = { place: 'member', seat: 1, here: true, hand: null } as const;
	return { ...usual, person, name, pictureStopped: false, mutes: 0, steppedOut: false, ...rest };
}

function room(me: PersonId) {
	const doc = new Y.Doc();
	const root = roomDocument(doc);
	root.seats.set(ana, seat(ana, 'Ana'));
	root.seats.set(ben, seat(ben, 'Ben', { seat: 2, hand: 5 }));
	root.seats.set(dana, seat(dana, 'Dana', { place: 'facilitator', seat: 0 }));
	return { root, state: new RoomState(doc, me) };
}

const stage = (rest: Partial<Stage>) => ({ locked: false, ...rest }) as Stage;

test('a seat is kept in its place while its person is away', () => {
	const { root, state } = room(ana);
	root.seats.set(ben, seat(ben, 'Ben', { seat: 2, here: false }));
	expect(state.seats.map(({ name }) => name)).toEqual(['Dana', 'Ana', 'Ben']);
});

test('a hand that goes up joins the queue, and leaves it when lowered', () => {
	const { root, state } = room(ana);
	root.seats.set(ana, seat(ana, 'Ana', { hand: 9 }));
	expect(state.hands.map(({ name }) => name)).toEqual(['Ben', 'Ana']);
	root.seats.set(ben, seat(ben, 'Ben', { seat: 2 }));
	expect(state.hands.map(({ name }) => name)).toEqual(['Ana']);
});

test('a lock stops a member from writing, and not the facilitator', () => {
	const [member, leader] = [room(ana), room(dana)];
	for (const { root } of [member, leader]) root.stage.set(THE, stage({ locked: true }));
	expect(member.state.mayWrite).toBe(false);
	expect(leader.state.mayWrite).toBe(true);
	member.root.stage.set(THE, stage({ locked: false }));
	expect(member.state.mayWrite).toBe(true);
});

test('an observer never writes', () => {
	const { root, state } = room(ana);
	root.stage.set(THE, stage({}));
	root.seats.set(ana, seat(ana, 'Ana', { place: 'observer' }));
	expect(state.mayWrite).toBe(false);
});

test('S10 numbers are there only after the facilitator has shown them', () => {
	const { root, state } = room(ana);
	const step = 'step' as StepId;
	expect(state.numbersOf(step)).toEqual([]);
	root.numbers.set(step, [
		{ step, question: 'Mood', people: 3, least: 2, most: 7, mean: null, counts: null, words: [] }
	]);
	expect(state.numbersOf(step)).toHaveLength(1);
});
