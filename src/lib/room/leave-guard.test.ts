import { expect, test } from 'vitest';
import { guardLeaving, wouldBeLost } from './leave-guard.ts';

test('closing the page asks only while words are unsent', () => {
	const page = new EventTarget();
	let unsent = 0;
	const stop = guardLeaving(() => unsent, page);
	const goesAway = () => page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
	expect(goesAway()).toBe(true);
	unsent = 2;
	expect(goesAway()).toBe(false);
	stop();
	expect(goesAway()).toBe(true);
});

test('what would be lost is said', () => {
	expect(wouldBeLost(0)).toBeNull();
	expect(wouldBeLost(1)).toMatch(/last change you made did not reach the server/);
	expect(wouldBeLost(3)).toMatch(/last 3 changes/);
});
