import { expect, test } from 'vitest';
import { newId } from '#lib/domain/ids.ts';
import type { Flag } from '#lib/domain/room.ts';
import { callBacks, isConnected } from './call-backs.ts';

const [ana, ben, dana] = [newId<'person'>(), newId<'person'>(), newId<'person'>()];
const flag = (person: Flag['person'], more: Partial<Flag> = {}): Flag => ({
	...{ id: newId<'flag'>(), person, name: '', cause: 'support', quiet: false, at: 1, state: { is: 'open' } },
	...more
});
const seen: Flag['state'] = { is: 'acknowledged', by: dana, at: 2 };
const cleared: Flag['state'] = { is: 'cleared', by: dana, at: 3, outcome: 'We spoke.' };
const here = { seats: [{ person: ana, here: true }], waiting: [] };
const away = { seats: [{ person: ana, here: false }], waiting: [] };

test('S04 a flagged member who drops is to be called back until they are here again or the flag is cleared', () => {
	const open = flag(ana);
	expect(callBacks([open], here)).toEqual([]);
	expect(callBacks([open], away)).toEqual([open]);
	expect(callBacks([flag(ana, { state: cleared })], away)).toEqual([]);
});

test('S04 so is one whose flag was seen already, and one who has left their seat', () => {
	const acknowledged = flag(ana, { state: seen });
	expect(callBacks([acknowledged], away)).toEqual([acknowledged]);
	expect(callBacks([acknowledged], { seats: [], waiting: [] })).toEqual([acknowledged]);
});

test('S03 a quiet notice calls nobody back, and two flags of one person are one call', () => {
	expect(callBacks([flag(ana, { quiet: true })], away)).toEqual([]);
	expect(callBacks([flag(ana), flag(ana, { cause: 'self-harm' }), flag(ben)], away)).toHaveLength(2);
});

test('who waits before the door is connected', () => {
	expect(isConnected(ana, { seats: [], waiting: [{ person: ana, here: true }] })).toBe(true);
	expect(isConnected(ana, { seats: [], waiting: [{ person: ana, here: false }] })).toBe(false);
});
