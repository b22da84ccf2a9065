import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TURNSERVER = '/usr/bin/turnserver';
export const TURN_SECRET = 'a secret for tests alone';

/** Debian's coturn on this machine's own address, for media that go through a relay alone. */
export class Coturn {
	readonly port: number;
	readonly #directory = mkdtempSync(join(tmpdir(), 'hearth-turn-'));
	#process: ChildProcess | null = null;

	/** Why tests that need a relay cannot run here, or null when they can. */
	static missing(): string | null {
		return existsSync(TURNSERVER)
			? null
			: 'coturn is not installed (apt-get install coturn): tests through a relay are left out';
	}

	private constructor(port: number) {
		this.port = port;
	}

	static async start(): Promise<Coturn> {
		const coturn = new Coturn(await freeUdpPort());
		await coturn.begin();
		return coturn;
	}

	async begin(): Promise<void> {
		const options = [
			...['-n', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${this.port}`],
			...['--use-auth-secret', `--static-auth-secret=${TURN_SECRET}`, '--realm=hearth', '--fingerprint'],
			...[
				'--allow-loopback-peers',
				'--no-multicast-peers',
				'--no-tls',
				'--no-dtls',
				'--no-cli',
				'--no-tcp-relay'
			],
			...['--log-file=stdout', '--simple-log', `--pidfile=${this.#directory}/pid`],
			`--userdb=${this.#directory}/db`
		];
		const process = spawn(TURNSERVER, options, { stdio: 'ignore' });
		this.#process = process;
		while (!(await answers(this.port))) {
			if (process.exitCode !== null) throw new Error(`coturn ended with ${process.exitCode}.`);
		}
	}

	async end(): Promise<void> {
		const process = this.#process;
		this.#process = null;
		if (!process || process.exitCode !== null) return;
		const ended = new Promise((resolve) => process.once('exit', resolve));
		process.kill('SIGKILL');
		await ended;
	}

	async close(): Promise<void> {
		await this.end();
		rmSync(this.#directory, { recursive: true });
	}
}

async function freeUdpPort(): Promise<number> {
	const socket = createSocket('udp4');
	await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
	const { port } = socket.address();
	await new Promise<void>((resolve) => socket.close(() => resolve()));
	return port;
}

/** A STUN binding request (RFC 8489), answered by whatever listens. */
const BINDING = Buffer.concat([Buffer.from('000100002112a442', 'hex'), Buffer.alloc(12, 7)]);
const ANSWER_MS = 100;

async function answers(port: number): Promise<boolean> {
	const socket = createSocket('udp4');
	const answered = await new Promise<boolean>((resolve) => {
		socket.on('message', () => resolve(true));
		// Nobody listens yet: the waiting goes on until the time is over.
		socket.on('error', () => undefined);
		socket.send(BINDING, port, '127.0.0.1');
		setTimeout(() => resolve(false), ANSWER_MS);
	});
	socket.close();
	return answered;
}
