import { expect, test } from 'vitest';
import type { Breakout } from '#lib/domain/breakouts.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { RoomAbout, Seat, Stage } from '#lib/domain/room.ts';
import { happenings, type Glimpse } from './happenings.ts';

const me = 'ana' as PersonId;
const about = { state: 'open', leaderAwaySince: null, closedSoftly: false } as RoomAbout;
const stage = {
	step: { id: '1', title: 'Check-in' },
	locked: false,
	ask: null,
	round: null
} as unknown as Stage;
const ana = { person: me, name: 'Ana', here: true, hand: null, mutes: 0 } as Seat;
const ben = { person: 'ben', name: 'Ben', here: true, hand: null, mutes: 0 } as Seat;
const calm: Glimpse = {
	...{ about, stage, seats: [ana, ben], openings: [] },
	...{ open: null, room: null, isClosing: false, lead: null }
};

const told = (after: Partial<Glimpse>) =>
	happenings(calm, { ...calm, ...after }, me).map(({ text, urgent }) => (urgent ? `! ${text}` : text));

test('the lead that goes to another is told', () => {
	const handed = (to: Seat) => happenings({ ...calm, lead: ben }, { ...calm, lead: to }, me)[0]?.text;
	expect([handed(ben), handed(ana)]).toEqual([undefined, 'You have the lead now.']);
	const away = happenings({ ...calm, lead: ana }, { ...calm, lead: ben }, me);
	expect(away[0]?.text).toBe('Ben has the lead now.');
});

test('going into a room, its last minute and the way back are told', () => {
	const room = { id: 'r', number: 2, people: [me, ben.person] } as unknown as Breakout;
	expect(told({ room })).toEqual(['You are in room 2 with Ben.']);
	expect(told({ isClosing: true })).toEqual(['One minute left before everyone comes back.']);
	const back = happenings({ ...calm, room }, calm, me).map(({ text }) => text);
	expect(back).toEqual(['You are back with the group.']);
});

test('a hand of somebody else is told, my own going up is not', () => {
	expect(
		told({
			seats: [
				{ ...ana, hand: 1 },
				{ ...ben, hand: 2 }
			]
		})
	).toEqual(['Ben has raised a hand.']);
});

test('somebody who drops and comes back is told', () => {
	expect(told({ seats: [ana, { ...ben, here: false }] })).toEqual(['Ben is away.']);
});

test('S06 everyone is told at once when the facilitator is away', () => {
	expect(told({ about: { ...about, leaderAwaySince: 1 } })).toEqual([
		'! The facilitator has lost the connection. The step and the timer are paused.'
	]);
});

test('S07 being muted by the facilitator is told', () => {
	expect(told({ seats: [{ ...ana, mutes: 1 }, ben] })).toEqual([
		'The facilitator has turned your microphone off.'
	]);
});

test('being asked to show an answer cannot be missed, and somebody else being asked is not told', () => {
	const ask = { step: '1', fields: ['f'], at: 3 };
	expect(told({ stage: { ...stage, ask: { ...ask, of: me } } as Stage })[0]).toMatch(/^! You are asked/);
	expect(told({ stage: { ...stage, ask: { ...ask, of: ben.person } } as Stage })).toEqual([]);
});

test('a new step is told by its name', () => {
	expect(told({ stage: { ...stage, step: { id: '2', title: 'Breathing' } } as unknown as Stage })).toEqual([
		'Now: Breathing.'
	]);
});

test('S15 a facilitator who opens my sheet is told to me at once', () => {
	expect(told({ openings: [{ by: 'Dana', what: 'sheet' }] })).toEqual(['! Dana has opened your sheet.']);
});
