import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { janusProcesses, killJanus, missingJanus } from '../../tests/support/janus.ts';
import { JanusClient } from './janus-client.ts';
import { openJanusRoom } from './janus-room.ts';
import { startJanus, type RunningJanus } from './janus-process.ts';
import { Sfu } from './sfu.ts';

const missing = missingJanus();
if (missing) console.log(missing);
const SETTINGS = { ports: '22000-22199', address: null };
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const end of ends.splice(0)) await end();
});

async function start(): Promise<RunningJanus> {
	const running = await startJanus(SETTINGS);
	ends.push(() => running.stop());
	return running;
}

/** The addresses, in the kernel's writing, at which this machine listens on a TCP port. */
function listeners(port: number): string[] {
	const wanted = port.toString(16).toUpperCase().padStart(4, '0');
	const tables = ['/proc/net/tcp', '/proc/net/tcp6'].filter((file) => existsSync(file));
	return tables.flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.map((line) => line.trim().split(/\s+/))
			.filter(([, local = '', , state]) => state === '0A' && local.endsWith(`:${wanted}`))
			.map(([, local = '']) => local.split(':')[0] ?? '')
	);
}

test.skipIf(missing)(
	'listens on loopback alone, to whoever knows a secret that stands nowhere else',
	async () => {
		await start();
		const [mine] = janusProcesses().filter(({ folder }) => existsSync(folder));
		const folder = mine?.folder ?? '';
		for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
		const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
		const port = Number(/ws_port = (\d+)/.exec(files.join('\n'))?.[1]);
		expect(listeners(port)).toEqual(['0100007F']);
		await expect(JanusClient.connect(port, 'another secret')).rejects.toThrow();
		const secret = /api_secret = "([^"]+)"/.exec(files.join('\n'))?.[1] ?? '';
		const client = await JanusClient.connect(port, secret);
		client.close();
	}
);

test.skipIf(missing)(
	'is started again when it dies, and leaves nothing behind when it is ended',
	async () => {
		const failed = vi.fn();
		const sfu = new Sfu(SETTINGS, failed);
		const changes: boolean[] = [];
		sfu.onChange((isUp) => void changes.push(isUp));
		await sfu.start();
		killJanus();
		await vi.waitUntil(() => changes.length === 3, { timeout: 20_000 });
		expect(changes).toEqual([true, false, true]);
		expect(failed).not.toHaveBeenCalled();
		const folders = janusProcesses().map(({ folder }) => folder);
		await sfu.close();
		expect(folders.filter((folder) => folder.startsWith(tmpdir()) && existsSync(folder))).toEqual([]);
	}
);

test.skipIf(missing)(
	'an offer that Janus cannot read is begun anew by the browser that sent it',
	async () => {
		const sfu = new Sfu(SETTINGS, () => undefined);
		ends.push(() => sfu.close());
		await sfu.start();
		const told: unknown[] = [];
		const room = await sfu.openRoom({
			mayReach: () => true,
			tell: (_id, message) => void told.push(message),
			failed: (error) => told.push(error)
		});
		room.hear('ana', { act: 'send', sdp: 'v=0\r\nno description at all' });
		await vi.waitUntil(() => told.length > 0);
		expect(told).toEqual([{ act: 'again' }]);
		room.close();
	}
);

test.skipIf(missing)('does not outlive the process that started it, even when that is killed', async () => {
	const script = `const { startJanus } = await import(${JSON.stringify(join(import.meta.dirname, 'janus-process.ts'))});
		await startJanus({ ports: '22200-22399', address: null });
		process.kill(process.pid, 'SIGKILL');`;
	const before = new Set(janusProcesses().map(({ pid }) => pid));
	expect(() =>
		execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
	).toThrow();
	await vi.waitUntil(() => janusProcesses().every(({ pid }) => before.has(pid)), { timeout: 10_000 });
});

test.skipIf(missing)('a room is known by its keys alone, and is gone when it is ended', async () => {
	const { client, adminKey } = await start();
	const room = await openJanusRoom(client, adminKey);
	const [mine, other] = [await client.attach(), await client.attach()];
	const isThere = async () => (await mine.message({ request: 'exists', room: room.keys.room })).data.exists;
	expect(await isThere()).toBe(true);
	const join = { request: 'join', ptype: 'publisher', room: room.keys.room, id: 'mallory' };
	await expect(other.message({ ...join, pin: 'a guess' })).rejects.toThrow(/pin/i);
	await expect(other.message({ request: 'destroy', room: room.keys.room })).rejects.toThrow();
	await expect(openJanusRoom(client, 'another key')).rejects.toThrow();
	await room.destroy();
	expect(await isThere()).toBe(false);
});
