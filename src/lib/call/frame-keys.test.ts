import { afterEach, expect, test, vi } from 'vitest';
import { FrameKeys } from './frame-keys.ts';
import type { ToFrameWorker } from './frame-messages.ts';

/** People whose keys go through a server, which may change what it passes on. */
class Server {
	readonly told = new Map<string, ToFrameWorker[]>();
	readonly passed: { from: string; to: string; payload: Record<string, unknown> }[] = [];
	readonly #keys = new Map<string, FrameKeys>();
	change = (payload: Record<string, unknown>, _from: string): Record<string, unknown> => payload;

	enter(id: string): FrameKeys {
		this.told.set(id, []);
		const keys = new FrameKeys({
			tell: (to, payload) => {
				this.passed.push({ from: id, to, payload: payload as Record<string, unknown> });
				this.#keys.get(to)?.hear(id, this.change(payload as Record<string, unknown>, id));
			},
			worker: (message) => void this.told.get(id)?.push(message)
		});
		this.#keys.set(id, keys);
		return keys;
	}

	/** The last key that a person seals with, or that they have of another. */
	own(id: string): Extract<ToFrameWorker, { is: 'own' }> | undefined {
		return this.told.get(id)?.findLast((one) => one.is === 'own');
	}

	has(id: string, of: string): Extract<ToFrameWorker, { is: 'theirs' }> | undefined {
		return this.told.get(id)?.findLast((one) => one.is === 'theirs' && one.id === of) as
			Extract<ToFrameWorker, { is: 'theirs' }> | undefined;
	}

	/** Whether what one seals, the other opens. */
	async reaches(from: string, to: string): Promise<boolean> {
		const [own, theirs] = [this.own(from), this.has(to, from)];
		if (!own || own.index !== theirs?.index) return false;
		const iv = new Uint8Array(12);
		const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, own.key, new Uint8Array([1, 2, 3]));
		return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, theirs.key, sealed).then(
			() => true,
			() => false
		);
	}
}

const started: FrameKeys[] = [];
afterEach(() => started.splice(0).forEach((keys) => keys.end()));

function meet(server: Server, ...ids: string[]): FrameKeys[] {
	const keys = ids.map((id) => server.enter(id));
	keys.forEach((one, index) => one.reach(ids.filter((id) => id !== ids[index])));
	started.push(...keys);
	return keys;
}

test('each opens what the others seal, and the server that passes the keys on has none of them', async () => {
	const server = new Server();
	const [ana, ben] = meet(server, 'ana', 'ben', 'cleo');
	for (const from of ['ana', 'ben', 'cleo']) {
		for (const to of ['ana', 'ben', 'cleo'].filter((id) => id !== from)) {
			await vi.waitUntil(() => server.reaches(from, to));
		}
	}
	expect(ana?.fingerprints.theirs.get('ben')).toBe(ben?.fingerprints.mine);
	expect(ben?.fingerprints.theirs.get('ana')).toBe(ana?.fingerprints.mine);
	for (const { payload } of server.passed) {
		expect(Object.keys(payload).every((name) => name === 'public' || name === 'frames')).toBe(true);
	}
	// The private halves, and the keys that seal, cannot be taken out of the browser.
	expect(server.own('ana')?.key.extractable).toBe(false);
});

test('whoever left opens nothing that is sealed later; the others do', async () => {
	const server = new Server();
	const [ana, ben] = meet(server, 'ana', 'ben', 'cleo');
	await vi.waitUntil(() => server.reaches('ana', 'cleo'));
	await vi.waitUntil(() => server.reaches('ana', 'ben'));
	const before = server.own('ana')?.index;
	ana?.leave('cleo');
	ben?.leave('cleo');
	await vi.waitUntil(() => server.own('ana')?.index !== before);
	await vi.waitUntil(() => server.reaches('ana', 'ben'));
	expect(await server.reaches('ana', 'cleo')).toBe(false);
	expect(server.passed.filter(({ to }) => to === 'cleo').at(-1)?.payload).not.toMatchObject({
		frames: { index: server.own('ana')?.index }
	});
});

test('P73 a server that puts its own keys in between shows in the fingerprints, of which the four words are made', async () => {
	const server = new Server();
	const attacker = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
		'deriveBits'
	]);
	const raw = new Uint8Array(await crypto.subtle.exportKey('raw', attacker.publicKey));
	const forged = btoa(String.fromCharCode(...raw));
	server.change = () => ({ public: forged });
	const [ana, ben] = meet(server, 'ana', 'ben');
	await vi.waitUntil(() => ana?.fingerprints.theirs.size === 1 && ben?.fingerprints.theirs.size === 1);
	expect(ana?.fingerprints.theirs.get('ben')).not.toBe(ben?.fingerprints.mine);
	expect(ben?.fingerprints.theirs.get('ana')).not.toBe(ana?.fingerprints.mine);
});

test('what is no key, or sealed for somebody else, changes nothing', async () => {
	const server = new Server();
	const [ana] = meet(server, 'ana', 'ben');
	await vi.waitUntil(() => server.reaches('ben', 'ana'));
	const told = server.told.get('ana')?.length;
	const honest = server.passed.find(({ from, payload }) => from === 'ben' && 'frames' in payload)?.payload;
	for (const nonsense of [null, {}, { public: 'AAAA' }, { public: '!' }, { ...honest, public: 'AAAA' }]) {
		ana?.hear('mallory', nonsense);
	}
	// Ben's own words, in another's name.
	ana?.hear('ben', { ...honest, frames: { index: 9, iv: 'AAAAAAAAAAAAAAAA', sealed: 'A'.repeat(43) + '=' } });
	ana?.reach(['ben', 'dana']);
	await vi.waitUntil(() => server.passed.some(({ to }) => to === 'dana'));
	expect(server.told.get('ana')?.length).toBe(told);
	expect(await server.reaches('ben', 'ana')).toBe(true);
});
