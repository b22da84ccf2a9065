import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { JanusClient } from './janus-client.ts';
import { writeJanusFiles, type JanusSettings } from './janus-files.ts';

/** How long Janus may take until it can be spoken to. */
const STARTING_MS = 15_000;
const ASK_EVERY_MS = 100;

/** A Janus whose standard input has ended is killed: so none outlives us, however we end. */
const TIED_TO_US = 'exec 3<&0; (read -r _ <&3; kill -9 $$) & exec janus --configs-folder "$1"';

/** A Janus of ours that runs, and the session with it. */
export interface RunningJanus {
	client: JanusClient;
	adminKey: string;
	/** Resolves when it is gone, for whatever reason. */
	ended: Promise<void>;
	stop(): Promise<void>;
}

/** Starts Janus with secrets of its own. Throws when it cannot be spoken to. */
export async function startJanus(settings: JanusSettings): Promise<RunningJanus> {
	const keys = {
		port: await freePort(),
		apiSecret: randomBytes(24).toString('base64url'),
		adminKey: randomBytes(24).toString('base64url')
	};
	const folder = writeJanusFiles(settings, keys);
	// Its log would name addresses, so it is not kept.
	const child = spawn('/bin/sh', ['-c', TIED_TO_US, 'sh', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
	child.stdin?.on('error', () => undefined);
	const gone = new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', () => resolve());
	});
	void gone.then(() => {
		child.stdin?.destroy();
		rmSync(folder, { recursive: true, force: true });
	});
	const stop = async () => {
		end(child);
		await gone;
	};
	try {
		const client = await firstAnswer(keys.port, keys.apiSecret, child);
		void gone.then(() => client.close());
		// A Janus that does not speak any more is of no use, even if its process lives.
		void client.ended.then(() => end(child));
		return { client, adminKey: keys.adminKey, ended: Promise.race([gone, client.ended]), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function firstAnswer(port: number, secret: string, child: ChildProcess): Promise<JanusClient> {
	const until = Date.now() + STARTING_MS;
	for (;;) {
		try {
			return await JanusClient.connect(port, secret);
		} catch (error) {
			// Not listening yet.
			if (Date.now() > until || child.exitCode !== null || child.pid === undefined) throw error;
			await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
		}
	}
}

function end(child: ChildProcess): void {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	const overdue = setTimeout(() => child.kill('SIGKILL'), 3_000);
	overdue.unref();
	child.once('exit', () => clearTimeout(overdue));
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
