import { expect, test } from 'vitest';
import type { Means } from '#lib/domain/room.ts';
import { OwnMeans } from './own-means.svelte.ts';

function own(kept: Means | null = null, fails = false) {
	const [told, keeps]: Means[][] = [[], []];
	const means = new OwnMeans({
		kept,
		keep: (one) => void keeps?.push(one),
		tell: async (one) => {
			told?.push(one);
			if (fails) throw new Error('offline');
		}
	});
	return { means, told, keeps };
}

test('the server is told of each change once, and not of what came with asking to come in', async () => {
	const { means, told } = own();
	means.begin('voice');
	await means.change('voice');
	await means.change('text');
	await means.change('text');
	expect(told).toEqual(['text']);
	expect(means.now).toBe('text');
});

test('text only is what it was before a reload, and is kept for the next', async () => {
	const { means, keeps } = own('text');
	expect(means.now).toBe('text');
	await means.change('video');
	expect(keeps).toEqual(['video']);
});

test('my own choice holds although the server could not be told, and it is told with the next', async () => {
	const { means, told } = own(null, true);
	await means.change('text');
	expect(means.now).toBe('text');
	await means.change('text');
	expect(told).toEqual(['text', 'text']);
});

test('who only looks on hears and sees, or reads: nothing else is kept or told', async () => {
	const told: Means[] = [];
	const keep = (): void => undefined;
	const means = new OwnMeans({ kept: 'video', looksOn: true, keep, tell: async (one) => told.push(one) });
	expect(means.now).toBe('listening');
	await means.change('text');
	await means.change('voice');
	expect(told).toEqual(['text', 'listening']);
});
