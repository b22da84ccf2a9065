import { expect, test } from 'vitest';
import type { SessionId } from '#lib/domain/ids.ts';
import { keepMeans, keptMeans } from './kept-means.ts';

const session = 'one' as SessionId;

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
	const items = new Map<string, string>();
	return {
		getItem: (key) => items.get(key) ?? null,
		setItem: (key, value) => void items.set(key, value)
	};
}

test('text only outlives a reload, in its own session alone', () => {
	const tab = storage();
	keepMeans(session, 'text', tab);
	expect(keptMeans(session, tab)).toBe('text');
	expect(keptMeans('another' as SessionId, tab)).toBe(null);
});

test('what is no way to take part, or cannot be kept, is nothing', () => {
	const tab = storage();
	tab.setItem('hearth means one', 'everything');
	expect(keptMeans(session, tab)).toBe(null);
	expect(keptMeans(session, null)).toBe(null);
	expect(() => keepMeans(session, 'voice', null)).not.toThrow();
});
