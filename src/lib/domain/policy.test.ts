import { expect, test } from 'vitest';
import { DOCUMENT_KINDS } from './documents.ts';
import { type Id, newId } from './ids.ts';
import { ACTION_POLICY, type Action, type Actor, can, canOpen, type PolicyState } from './policy.ts';

const me = newId<'person'>();
const other = newId<'person'>();
const state: PolicyState = { groupKind: 'therapy', locked: false, readable: true, attention: 'follow' };

function actor(part: Partial<Actor>): Actor {
	return { person: me, staff: false, place: 'member', standing: 'admitted', attended: true, ...part };
}
const member = actor({});
const facilitator = actor({ place: 'facilitator', staff: true });
const folderOf = (owner: Id<'person'>, readers = [me]) =>
	({ kind: 'folder', owner, readers, breakout: null }) as const;

test('R20 someone without a place in the group may do nothing in it and open nothing', () => {
	const stranger = actor({ place: null });
	const open = Object.keys(ACTION_POLICY).filter((action) =>
		can(stranger, action as Action, { owner: other, readers: [me] }, state)
	);
	expect(open).toEqual([]);
	for (const kind of DOCUMENT_KINDS) {
		expect(canOpen(stranger, 'read', { kind, owner: me, readers: [me], breakout: null }, state)).toBe(false);
	}
});

test('S20 before admission a person opens their own door, what they do between sessions, and nothing else', () => {
	const waiting = actor({ standing: 'waiting' });
	const open = DOCUMENT_KINDS.filter((kind) =>
		canOpen(waiting, 'read', { kind, owner: me, readers: [me], breakout: null }, state)
	);
	expect(open).toEqual(['door', 'homework']);
});

test('what is private even from the facilitator is open to its owner alone', () => {
	expect(
		canOpen(facilitator, 'read', { kind: 'own', owner: other, readers: [me], breakout: null }, state)
	).toBe(false);
	expect(canOpen(member, 'write', { kind: 'own', owner: me, readers: [], breakout: null }, state)).toBe(true);
	// S09: what was said to be read once it is done is a copy; the homework's sheet itself stays closed.
	expect(
		canOpen(facilitator, 'read', { kind: 'homework', owner: other, readers: [me], breakout: null }, state)
	).toBe(false);
});

test('S09 a facilitator reads a sheet only when named on it, and only from the moment it says', () => {
	expect(canOpen(facilitator, 'read', folderOf(other), state)).toBe(true);
	expect(canOpen(facilitator, 'read', folderOf(other), { ...state, readable: false })).toBe(false);
	expect(canOpen(facilitator, 'read', folderOf(other, []), state)).toBe(false);
	expect(canOpen(facilitator, 'write', folderOf(other), state)).toBe(false);
});

test('S14 the host of a peer group reads no folder', () => {
	expect(canOpen(facilitator, 'read', folderOf(other), { ...state, groupKind: 'peer' })).toBe(false);
});

test('an observer reads what the room shows and writes nothing', () => {
	const observer = actor({ place: 'observer' });
	const writes = DOCUMENT_KINDS.filter((kind) =>
		canOpen(observer, 'write', { kind, owner: other, readers: [], breakout: null }, state)
	);
	const reads = DOCUMENT_KINDS.filter((kind) =>
		canOpen(observer, 'read', { kind, owner: other, readers: [], breakout: null }, state)
	);
	expect([writes, reads]).toEqual([[], ['room', 'board', 'table']]);
});

test('a lock stops members and not facilitators', () => {
	const locked = { ...state, locked: true };
	const board = { kind: 'board' as const, owner: null, readers: [], breakout: null };
	expect(canOpen(member, 'write', board, locked)).toBe(false);
	expect(canOpen(member, 'read', board, locked)).toBe(true);
	expect(canOpen(facilitator, 'write', board, locked)).toBe(true);
});

test('nobody writes what the server alone writes', () => {
	for (const kind of ['room', 'desk', 'door', 'line'] as const) {
		expect(canOpen(facilitator, 'write', { kind, owner: me, readers: [me], breakout: null }, state)).toBe(
			false
		);
	}
});

test('a breakout’s work and words are its people’s and the facilitators’ alone', () => {
	const breakout = newId<'breakout'>();
	const mine = { ...state, breakout: [me] };
	const others = { ...state, breakout: [other] };
	for (const kind of ['board', 'table', 'talk'] as const) {
		const document = { kind, owner: null, readers: [], breakout };
		const reads = (who: Actor, of: PolicyState) => canOpen(who, 'read', document, of);
		expect([reads(member, mine), reads(member, others), reads(member, state)]).toEqual([true, false, false]);
		expect(reads(facilitator, others)).toBe(true);
		expect(reads(actor({ place: 'observer' }), mine)).toBe(false);
		expect(canOpen(member, 'write', document, mine)).toBe(kind !== 'talk');
		expect(canOpen(member, 'write', document, others)).toBe(false);
	}
});
