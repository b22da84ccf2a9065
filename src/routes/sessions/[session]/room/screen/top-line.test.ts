import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import TopLine from './TopLine.svelte';

const nothing = () => undefined;
const usual = {
	group: 'Tuesday group',
	step: 'Check-in · step 2 of 6',
	clock: { now: '18:24', ends: '19:15' },
	onsupport: nothing,
	onexit: nothing
};

test('S02 Support and S08 the quick exit stand in the top line, before and in the room', () => {
	for (const step of [null, usual.step]) {
		const { body } = render(TopLine, { props: { ...usual, step, leads: '' } });
		expect(body).toMatch(/<button[^>]*>.*Support/s);
		expect(body).toMatch(/Quick exit/);
	}
});

test('whoever leads is told so, and nobody else', () => {
	const shown = (leads: string) => render(TopLine, { props: { ...usual, leads } }).body;
	expect(shown('You are leading')).toContain('You are leading');
	expect(shown('')).not.toMatch(/leading/i);
});
