import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.svelte.ts';

test('the clock tells the time of the server, not of the device', () => {
	const clock = new ServerClock(() => 1_000);
	clock.learn(61_000, 1_000, 1_000);
	expect(clock.now()).toBe(61_000);
});

test('half of the way there and back is taken off', () => {
	let device = 0;
	const clock = new ServerClock(() => device);
	clock.learn(10_100, 0, 200);
	device = 200;
	expect(clock.now()).toBe(10_200);
});

test('a reply over a slow link does not make the timer jump', () => {
	const clock = new ServerClock(() => 0);
	clock.learn(5_010, 0, 20);
	clock.learn(9_000, 0, 8_000);
	expect(clock.now()).toBe(5_000);
});
