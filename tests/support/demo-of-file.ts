import { test } from '@playwright/test';
import { type Demo, startDemo } from './demo.ts';
import { everyoneLeaves } from './everyone-leaves.ts';

/** A demonstration for the tests of the file that asks for it: gone after the last, and everybody's browser with it. */
export function demoOfFile(started: (demo: Demo) => void): void {
	let demo: Demo | null = null;
	test.beforeAll(async () => {
		demo = await startDemo();
		started(demo);
	});
	test.afterAll(everyoneLeaves);
	test.afterAll(async () => {
		await demo?.process.stop();
	});
}
