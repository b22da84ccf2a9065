import { expect, test } from 'vitest';
import type { Seat } from '#lib/domain/room.ts';
import { initialOf, nameOnTile, stateWord } from './tile-words.ts';

const ana = { name: 'Ana', place: 'member', here: true, steppedOut: false, pictureStopped: false } as Seat;
const on = { microphone: true, camera: true, means: 'video' } as const;

test('a tile says the one thing that matters most about a person', () => {
	expect(stateWord(ana, on)).toBe(null);
	expect(stateWord(ana, null)).toBe(null);
	expect(stateWord(ana, { ...on, microphone: false })).toBe('muted');
	expect(stateWord(ana, { ...on, camera: false, means: 'voice' })).toBe('voice only');
	expect(stateWord(ana, { microphone: false, camera: false, means: 'listening' })).toBe('listening');
	expect(stateWord({ ...ana, here: false }, on)).toBe('away');
	expect(stateWord({ ...ana, here: false, steppedOut: true }, on)).toBe('stepped out');
});

test('a tile names who leads and which one is me', () => {
	expect(nameOnTile({ ...ana, name: 'Dana', place: 'facilitator' }, false)).toBe('Dana · leads');
	expect(nameOnTile(ana, true)).toBe('Ana (you)');
	expect(nameOnTile(ana, false)).toBe('Ana');
	expect(initialOf(' élif')).toBe('É');
});
