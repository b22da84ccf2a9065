import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { SETTLE_MS } from '#lib/domain/breathing.ts';
import BodyScan from './BodyScan.svelte';
import Breathing from './Breathing.svelte';

const startedAt = 1;
const at = { startedAt, serverNow: () => startedAt + SETTLE_MS + 1000 };
const breathing = (paused: boolean) =>
	render(Breathing, { props: { ...at, secondsASide: 4, rounds: 2, paused } }).body;
const scan = (paused: boolean) =>
	render(BodyScan, { props: { ...at, secondsAPart: 20, order: 'from-feet', paused } }).body;

test('S06 while nobody leads breathing and the body scan wait: no count goes on, and nothing moves', () => {
	expect(breathing(false)).toContain('Breathe in…');
	expect(breathing(true)).toMatch(/<svg[^>]*class="[^"]*paused/);
	for (const shown of [breathing, scan]) {
		expect(shown(false)).toContain('class="count');
		expect(shown(true)).toContain('We wait a moment');
		expect(shown(true)).not.toContain('class="count');
	}
});
