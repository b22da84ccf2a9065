import { expect, test } from 'vitest';
import { newId } from '../../../src/lib/domain/ids.ts';
import type { LiveRoom } from './live-room.ts';
import { seatPresence } from './whereabouts.ts';

const ana = newId<'person'>();

/** As much of a room as is asked for here. */
const roomThatIs = (state: 'open' | 'ended', here: boolean) =>
	({ state: { about: { state }, seats: new Map([[ana, { person: ana, here }]]) } }) as unknown as LiveRoom;

test('S21 whoever closes the page after the end is not said to have lost the connection', () => {
	const closed = seatPresence(roomThatIs('ended', true), { person: ana, here: false, now: 1 });
	expect(closed).toMatchObject({ room: expect.any(Function) });
	expect(closed).not.toHaveProperty('statements');
});

test('nothing is noted of somebody who has no seat, or of what is known already', () => {
	const known = { person: ana, here: true, now: 1 };
	expect(seatPresence(roomThatIs('open', true), known)).toBeNull();
	expect(seatPresence(roomThatIs('open', true), { ...known, person: newId<'person'>() })).toBeNull();
});
