import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { StepId } from '#lib/domain/ids.ts';
import Openings from './Openings.svelte';

const step = 'one' as StepId;
const steps = [{ id: step, title: 'Thought record', kind: 'worksheet', minutes: 5 }] as const;

test('S15 a member sees who opened their sheet and their contact card, and when', () => {
	const at = new Date(2026, 10, 24, 18, 24).getTime();
	const openings = [
		{ step, what: 'sheet', by: 'Dana', at },
		{ step: null, what: 'contact card', by: 'Lee', at }
	] as const;
	const { body } = render(Openings, { props: { openings: [...openings], steps: [...steps] } });
	expect(body).toMatch(/Dana opened your sheet “Thought record” at \d/);
	expect(body).toMatch(/Lee opened the card with your address at \d/);
});

test('S15 while nobody opened anything, nothing is said', () => {
	const { body } = render(Openings, { props: { openings: [], steps: [...steps] } });
	expect(body).not.toContain('Opened by others');
});
