import { expect, test } from 'vitest';
import type { Joining } from '#lib/call/joining.ts';
import { atEntry, withEverythingOff } from './devices-at-entry.ts';

const chosen: Joining = { means: 'video', microphone: true, camera: true, cameraId: 'front' };

test('S20 whoever is let in comes in with camera and microphone off, and keeps the devices they chose', () => {
	expect(atEntry(chosen, false)).toEqual({ ...chosen, microphone: false, camera: false });
});

test('a facilitator goes in by their own tap, as they chose', () => {
	expect(atEntry(chosen, true)).toEqual(chosen);
});

test('S20 after coming back everything is off', () => {
	expect(withEverythingOff(chosen)).toMatchObject({ microphone: false, camera: false });
});
