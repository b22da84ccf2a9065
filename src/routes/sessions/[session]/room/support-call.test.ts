import { expect, test } from 'vitest';
import type { OwnLine } from '#lib/domain/room.ts';
import { SupportCall } from './support-call.svelte.ts';

const line = (at: number, seenBy: string[]) => ({ kind: 'support', at, seenBy }) as unknown as OwnLine;

test('S02 a call says that it is on its way, then that it is delivered, then who has seen it', async () => {
	let arrive = (_: { delivered: boolean }) => {};
	const call = new SupportCall(
		() => new Promise((resolve) => (arrive = resolve)),
		() => 1_000
	);
	const sending = call.send('');
	expect(call.words('Dana', null)).toMatch(/^Sending/);
	arrive({ delivered: true });
	await sending;
	expect(call.words('Dana', line(1_100, []))).toMatch(/^Delivered to Dana/);
	expect(call.words('Dana', line(1_100, ['Dana']))).toBe('Dana has seen that you need support.');
});

test('S02 a call that nobody is there to read says so, and points to the numbers', async () => {
	const call = new SupportCall(
		async () => ({ delivered: false }),
		() => 0
	);
	await call.send('');
	expect(call.words('Dana', null)).toMatch(/nobody who leads is connected.*numbers above/);
});

test('S02 that an earlier call was seen is not taken for this one', async () => {
	const call = new SupportCall(
		async () => ({ delivered: true }),
		() => 100_000
	);
	await call.send('');
	expect(call.words('Dana', line(1_000, ['Dana']))).toMatch(/^Delivered/);
});

test('S02 a call that could not be sent says that nobody was reached', async () => {
	const call = new SupportCall(
		() => Promise.reject(new Error('refused')),
		() => 0
	);
	await call.send('');
	expect(call.words('Dana', null)).toMatch(/did not reach anyone/);
});
