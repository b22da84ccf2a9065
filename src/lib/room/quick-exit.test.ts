import { expect, test } from 'vitest';
import { EscTwice, exitQuickly } from './quick-exit.ts';

test('S08 Esc pressed twice leaves, once does not', () => {
	const esc = new EscTwice();
	expect(esc.press('Escape', 0)).toBe(false);
	expect(esc.press('Escape', 300)).toBe(true);
});

test('S08 two slow presses, or another key between, do not leave', () => {
	const esc = new EscTwice();
	expect([esc.press('Escape', 0), esc.press('Escape', 2_000)]).toEqual([false, false]);
	expect([esc.press('a', 2_100), esc.press('Escape', 2_200)]).toEqual([false, false]);
});

test('S08 the page is replaced by one that says nothing, so that Back does not return to it', () => {
	const replaced: string[] = [];
	exitQuickly((url) => replaced.push(url));
	expect(replaced).toEqual(['/today']);
});
