import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { ChatLine } from '#lib/domain/room.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { LiveSession } from '#lib/room/live-session.svelte.ts';
import { RoomView } from './room-view.svelte.ts';

const me = 'ana' as PersonId;

function screen(command: () => Promise<unknown> = () => Promise.resolve({ now: 0 })) {
	let now = 1_000;
	const live = { me, clock: { now: () => now }, command } as unknown as LiveSession;
	return { view: new RoomView(live), later: (ms: number) => (now += ms) };
}

const line = (at: number, person = 'ben') => ({ person, at }) as ChatLine;

test('lines of others that were not looked at are counted, one’s own are not', () => {
	const { view } = screen();
	expect(view.unread([line(10), line(20), line(30, me)])).toBe(2);
});

test('looking at the chat counts what stands there as read, and new lines again once it is put away', () => {
	const { view, later } = screen();
	view.show('chat');
	expect(view.unread([line(10)])).toBe(0);
	later(1_000);
	view.putAway();
	expect(view.unread([line(10), line(1_900), line(2_500)])).toBe(1);
});

test('asking for the same part twice puts it away', () => {
	const { view } = screen();
	view.show('chat');
	expect(view.panelOver).toBe(true);
	view.show('chat');
	expect(view.panelOver).toBe(false);
});

test('a private line that was looked at is not new any more', () => {
	const { view, later } = screen();
	const ben = 'ben' as PersonId;
	expect(view.lineSeenAt(ben)).toBe(0);
	view.show({ line: ben });
	later(500);
	view.putAway();
	expect(view.lineSeenAt(ben)).toBe(1_500);
});

test('what was refused is told in the server’s words', async () => {
	const refused = new Refusal('conflict', 'This person is not waiting any more.');
	const { view } = screen(() => Promise.reject(refused));
	view.do('admit', { person: me });
	await Promise.resolve();
	await Promise.resolve();
	expect(view.trouble).toBe('This person is not waiting any more.');
});
