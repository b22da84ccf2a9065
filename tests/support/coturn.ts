import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './hearth-process.ts';

const TURNSERVER = '/usr/bin/turnserver';
export const TURN_SECRET = 'a secret for tests alone';

/** Debian's coturn on this machine's own address, for media that go through a relay alone. */
export class Coturn {
	readonly port: number;
	/** Where it takes TLS, with a certificate that nobody vouches for; 0 without. */
	readonly tlsPort: number;
	readonly #directory = mkdtempSync(join(tmpdir(), 'hearth-turn-'));
	#process: ChildProcess | null = null;

	/** Why tests that need a relay cannot run here, or null when they can. */
	static missing(): string | null {
		return existsSync(TURNSERVER)
			? null
			: 'coturn is not installed (apt-get install coturn): tests through a relay are left out';
	}

	private constructor(port: number, tlsPort: number) {
		this.port = port;
		this.tlsPort = tlsPort;
	}

	static async start(): Promise<Coturn> {
		const coturn = new Coturn(await freeUdpPort(), hasOpenSsl() ? await freePort() : 0);
		await coturn.begin();
		return coturn;
	}

	/** The options for TLS; its certificate is made the first time. */
	#tls(): string[] {
		if (this.tlsPort === 0) return ['--no-tls'];
		const [cert, key] = [join(this.#directory, 'cert.pem'), join(this.#directory, 'key.pem')];
		if (!existsSync(cert)) {
			const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
			execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
		}
		return [`--tls-listening-port=${this.tlsPort}`, `--cert=${cert}`, `--pkey=${key}`];
	}

	async begin(): Promise<void> {
		const options = [
			...['-n', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${this.port}`],
			...['--use-auth-secret', `--static-auth-secret=${TURN_SECRET}`, '--realm=hearth', '--fingerprint'],
			...this.#tls(),
			...['--allow-loopback-peers', '--no-multicast-peers', '--no-dtls', '--no-cli', '--no-tcp-relay'],
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

function hasOpenSsl(): boolean {
	return spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0;
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
