import { expect, test } from 'vitest';
import { comesTo } from './comes-to.ts';

const call = (parts: {
	means?: 'video' | 'voice' | 'text' | 'listening';
	line?: string;
	connected?: boolean;
	automatic?: 'voice' | 'text' | null;
}) =>
	comesTo({
		means: parts.means ?? 'video',
		line: { state: parts.line ?? 'open' },
		links: { anyConnected: parts.connected ?? true, automatic: () => parts.automatic ?? null },
		own: { camera: true }
	});

test('less than faces by one’s own wish is no weak link', () => {
	expect(call({})).toEqual({ to: 'faces', isWeak: false });
	expect(call({ means: 'listening' })).toEqual({ to: 'faces', isWeak: false });
	expect(call({ means: 'voice' })).toEqual({ to: 'voice', isWeak: false });
	expect(call({ means: 'text', automatic: 'text' })).toEqual({ to: 'text', isWeak: false });
});

test('what the link alone brings about is, and so is a call that cannot be reached', () => {
	expect(call({ automatic: 'voice' })).toEqual({ to: 'voice', isWeak: true });
	expect(call({ means: 'voice', automatic: 'text' })).toEqual({ to: 'text', isWeak: true });
	expect(call({ line: 'away', connected: false })).toEqual({ to: 'text', isWeak: true });
	expect(call({ line: 'away' })).toEqual({ to: 'faces', isWeak: false });
});
