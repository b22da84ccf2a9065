import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromSfu } from '../../src/lib/protocol/sfu-protocol.ts';
import type { Sfu } from '../sfu/sfu.ts';
import type { SfuRoom } from '../sfu/sfu-room.ts';
import { Carriage } from './carriage.ts';
import type { Caller } from './signal-connection.ts';

const caller = (id: string): Caller => ({ id, person: id as Caller['person'], signIn: id, issuedAt: 0 });

/** The room's doings with an SFU of which only the outside matters here. */
class Room {
	callers: Caller[] = [];
	isUp = true;
	readonly moves: string[] = [];
	readonly left: string[] = [];
	readonly carriage: Carriage;

	constructor(above: number | null) {
		const room = {
			hear: () => undefined,
			leave: (id: string) => void this.left.push(id),
			regroup: () => undefined,
			close: () => undefined
		};
		const isUp = () => this.isUp;
		const sfu = {
			get isUp() {
				return isUp();
			},
			openRoom: async () => room as unknown as SfuRoom
		} as unknown as Sfu;
		this.carriage = new Carriage(above === null ? null : { sfu, above }, {
			callers: () => this.callers,
			mayReach: () => true,
			tell: (_id: string, _message: FromSfu) => undefined,
			moved: () => void this.moves.push(`${this.carriage.carrier} ${this.carriage.epoch}`),
			failed: (error) => expect.unreachable(String(error))
		});
	}

	come(id: string, can = true): Caller {
		const one = caller(id);
		this.callers.push(one);
		if (can) this.carriage.can(one);
		return one;
	}

	async settled(): Promise<void> {
		await vi.advanceTimersByTimeAsync(0);
	}
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a room moves when it has grown, once, and stays when it shrinks', async () => {
	const room = new Room(2);
	for (const id of ['ana', 'ben']) room.come(id);
	await room.settled();
	expect(room.moves).toEqual([]);
	room.come('cleo');
	room.come('dana');
	await room.settled();
	expect(room.moves).toEqual(['sfu 2']);
	room.callers.splice(1);
	room.carriage.consider();
	await room.settled();
	expect(room.carriage.carrier).toBe('sfu');
});

test('no room moves without everyone in it, and none without an SFU', async () => {
	const room = new Room(1);
	room.come('ana');
	room.come('ben', false);
	const without = new Room(null);
	for (const id of ['ana', 'ben', 'cleo']) without.come(id);
	await room.settled();
	expect([...room.moves, ...without.moves]).toEqual([]);
});

test('when the SFU is gone the room is back in the mesh, and rests there longer each time', async () => {
	const room = new Room(0);
	room.come('ana');
	await room.settled();
	for (const rest of [30_000, 60_000]) {
		room.isUp = false;
		room.carriage.sfuChanged(false);
		expect(room.carriage.carrier).toBe('mesh');
		room.isUp = true;
		room.carriage.sfuChanged(true);
		await vi.advanceTimersByTimeAsync(rest - 1_000);
		expect(room.carriage.carrier).toBe('mesh');
		await vi.advanceTimersByTimeAsync(2_000);
		expect(room.carriage.carrier).toBe('sfu');
	}
	expect(room.moves).toEqual(['sfu 2', 'mesh 3', 'sfu 4', 'mesh 5', 'sfu 6']);
});

test('R06 R36 media in the SFU end with the person’s right to them, also when their socket went before', async () => {
	const room = new Room(0);
	const ana = room.come('ana');
	await room.settled();
	room.carriage.hear(ana, { act: 'restart' });
	room.callers.length = 0;
	room.carriage.rename('ana', 'renewed');
	expect(room.carriage.end(({ signIn }) => signIn === 'ana')).toEqual([]);
	expect(room.carriage.end(({ signIn }) => signIn === 'renewed')).toEqual([ana]);
	expect(room.left).toEqual(['ana']);
});
