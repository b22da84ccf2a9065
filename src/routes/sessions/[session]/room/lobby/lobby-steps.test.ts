import { expect, test } from 'vitest';
import { lobbySteps } from './lobby-steps.ts';

test('S13 two taps when nothing changed', () => {
	expect(lobbySteps({ iLead: false, knowsCard: true })).toEqual(['devices', 'ready']);
});

test('S13 the first time each question has a screen of its own', () => {
	expect(lobbySteps({ iLead: false, knowsCard: false })).toHaveLength(5);
});

test('S20 the facilitator goes straight in after the devices', () => {
	expect(lobbySteps({ iLead: true, knowsCard: false })).toEqual(['devices']);
});
