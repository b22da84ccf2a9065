import { expect, test } from 'vitest';
import type { Seat } from '#lib/domain/room.ts';
import { Brakes } from './brakes.ts';

const seat = (mutes: number, pictureStopped = false) => ({ mutes, pictureStopped }) as Seat;
const on = { microphone: true, camera: true };

test('S07 being muted turns my microphone off once, and I may turn it on again', () => {
	const brakes = new Brakes(seat(2));
	expect(brakes.heed(seat(2), on)).toBe(null);
	expect(brakes.heed(seat(3), on)).toMatchObject({ microphone: true, camera: false });
	expect(brakes.heed(seat(3), on)).toBe(null);
});

test('S07 a stopped picture turns my camera off for as long as it is stopped', () => {
	const brakes = new Brakes(seat(0));
	expect(brakes.heed(seat(0, true), on)).toMatchObject({ microphone: false, camera: true });
	expect(brakes.heed(seat(0, true), on)).toMatchObject({ camera: true });
	expect(brakes.heed(seat(0), on)).toBe(null);
});

test('S07 what is off already is not talked about', () => {
	const brakes = new Brakes(seat(0));
	expect(brakes.heed(seat(1, true), { microphone: false, camera: false })).toBe(null);
	expect(brakes.heed(undefined, on)).toBe(null);
});
