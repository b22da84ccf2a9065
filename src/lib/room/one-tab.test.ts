import { expect, test } from 'vitest';
import { OneTab, type TabChannel } from './one-tab.svelte.ts';

/** Channels that hear each other and never themselves, as BroadcastChannel does. */
function browser() {
	const all = new Map<TabChannel, ((event: { data: unknown }) => void)[]>();
	return (): TabChannel => {
		const channel: TabChannel = {
			postMessage: (data) => {
				for (const [other, listeners] of all)
					if (other !== channel) listeners.forEach((hear) => hear({ data }));
			},
			addEventListener: (_type, listener) => void all.get(channel)?.push(listener),
			close: () => void all.delete(channel)
		};
		all.set(channel, []);
		return channel;
	};
}

test('the newest tab takes over, and the older one can take it back', () => {
	const open = browser();
	let stoppedOlder = 0;
	const older = new OneTab(open(), () => stoppedOlder++);
	older.take();
	const newer = new OneTab(open(), () => undefined);
	newer.take();
	expect([older.aside, newer.aside, stoppedOlder]).toEqual([true, false, 1]);
	older.take();
	expect([older.aside, newer.aside]).toEqual([false, true]);
});
