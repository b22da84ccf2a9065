import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** The product in a process of its own, as `npm start` runs it. */
export interface HearthProcess {
	origin: string;
	/** What it has said so far, a line each. */
	lines: string[];
	/** The one-time set-up link it printed, if any. */
	setUpLink(): string;
	/** Ends it as a crash would. */
	kill(): Promise<void>;
	/** Asks it to stop, and waits for it; resolves with its exit code. */
	stop(): Promise<number | null>;
}

interface Start {
	/** Absent: the entry makes its own. */
	dataDirectory?: string;
	port: number;
	entry?: string;
	args?: string[];
	env?: Record<string, string>;
}

/** Starts it and waits until it answers. */
export async function startHearth({
	dataDirectory,
	port,
	entry = 'server/main.ts',
	args = [],
	env = {}
}: Start): Promise<HearthProcess> {
	const child = spawn(process.execPath, [entry, ...args], {
		cwd: new URL('../..', import.meta.url).pathname,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			...process.env,
			PORT: String(port),
			...(dataDirectory ? { HEARTH_DATA_DIR: dataDirectory } : {}),
			...env
		}
	});
	const lines: string[] = [];
	const out = createInterface({ input: child.stdout });
	out.on('line', (line) => lines.push(line));
	const origin = `http://localhost:${port}`;
	await answering(child, origin);
	return {
		origin,
		lines,
		setUpLink() {
			const link = lines.map((line) => /https?:\S+\/set-up#\S+/.exec(line)?.[0]).find(Boolean);
			if (!link) throw new Error(`No set-up link was printed:\n${lines.join('\n')}`);
			return link;
		},
		kill: async () => void (await ended(child, 'SIGKILL')),
		stop: () => ended(child, 'SIGTERM')
	};
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))
			);
		});
	});
}

async function answering(child: ChildProcess, origin: string): Promise<void> {
	const PATIENCE_MS = 60_000;
	const started = Date.now();
	while (Date.now() - started < PATIENCE_MS) {
		if (child.exitCode !== null) throw new Error(`Hearth ended at once, with code ${child.exitCode}.`);
		const health = await fetch(`${origin}/healthz`).catch(() => null);
		if (health?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	child.kill('SIGKILL');
	throw new Error('Hearth did not answer in time.');
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((resolve) => {
		child.once('exit', (code) => resolve(code));
		child.kill(signal);
	});
}
