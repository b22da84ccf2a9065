import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId, type PersonId } from '#lib/domain/ids.ts';
import { Handover } from './handover.ts';

const ana: PersonId = newId();
let told: string[];
let handover: Handover;

beforeEach(() => {
	vi.useFakeTimers();
	told = [];
	handover = new Handover({
		events: { link: (_person, state) => told.push(`link ${state}`), track: () => undefined },
		tellMoved: () => told.push('tell them'),
		retire: () => told.push('retire')
	});
});
afterEach(() => {
	handover.end();
	vi.useRealTimers();
});

const by = (carrier: 'mesh' | 'sfu') => handover.eventsOf(carrier);

test('a link of the mesh ends only when each has the other by the new way', () => {
	by('mesh').link(ana, 'connected');
	handover.begin();
	by('sfu').link(ana, 'connected');
	vi.advanceTimersByTime(3_000);
	expect(told).toEqual(['link connected', 'link connected', 'tell them']);
	expect(handover.wayOfAll).toBe('sfu');
	vi.advanceTimersByTime(60_000);
	expect(told).not.toContain('retire');
	handover.hearMoved(ana);
	vi.advanceTimersByTime(2_000);
	expect(told.at(-1)).toBe('retire');
});

test('when the SFU dies meanwhile, no link of the mesh is let go of', () => {
	by('mesh').link(ana, 'connected');
	handover.begin();
	by('sfu').link(ana, 'connected');
	handover.hearMoved(ana);
	vi.advanceTimersByTime(3_000);
	expect(told.at(-1)).toBe('tell them');
	handover.end();
	by('sfu').link(ana, null);
	vi.advanceTimersByTime(60_000);
	expect(told).not.toContain('retire');
	expect(told).not.toContain('link null');
	expect(handover.wayOfAll).toBe('mesh');
});

test('what is measured of a person is measured by the way that is shown', () => {
	by('mesh').link(ana, 'connected');
	const both = { mesh: new Map([[ana, 1]]), sfu: new Map([[ana, 2]]) };
	expect(handover.shown(both)).toEqual(new Map([[ana, 1]]));
	by('sfu').link(ana, 'connected');
	by('mesh').link(ana, null);
	expect(handover.shown(both)).toEqual(new Map([[ana, 2]]));
	by('sfu').link(ana, null);
	expect(handover.shown(both)).toEqual(new Map());
	expect(told.at(-1)).toBe('link null');
});
