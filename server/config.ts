import { isIP } from 'node:net';
import { resolve } from 'node:path';

export interface Config {
	host: string;
	port: number;
	dataDirectory: string;
	/** The address people use; null means localhost and 127.0.0.1 at `port`. */
	publicOrigin: string | null;
	/** True when people reach us over HTTPS: `__Host-` cookies and HSTS follow from it. */
	secure: boolean;
	/** coturn's REST credentials, or null: media works within one network. */
	turn: { url: string; secret: string } | null;
	/** The SFU that larger calls go through, or null: all calls are meshes. */
	sfu: SfuConfig | null;
	/** The key-encryption key from the environment, or null: a file in the data directory. */
	keyEncryptionKey: Buffer | null;
	/** How long a therapy group's call stays open without a facilitator, after everyone was told, in ms (S06). */
	softCloseMs: number;
	demo: boolean;
}

export interface SfuConfig {
	/** Calls of more people than this go through it. */
	above: number;
	/** The UDP ports that its media arrive at, `from-to`. */
	ports: string;
	/** The address by which people reach this machine's media, when it is none of its own; null otherwise. */
	address: string | null;
}

/** A value in the environment that the product cannot start with. Its message is the one line shown. */
export class ConfigError extends Error {
	override readonly name = 'ConfigError';
}

/** Reads the environment. Throws ConfigError, naming the variable and what it may be. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const publicOrigin = readOrigin(env.PUBLIC_ORIGIN);
	return {
		host: env.HOST || '127.0.0.1',
		port: readPort(env.PORT),
		dataDirectory: resolve(env.HEARTH_DATA_DIR || 'data'),
		publicOrigin,
		secure: publicOrigin?.startsWith('https:') ?? false,
		turn: readTurn(env),
		sfu: readSfu(env),
		keyEncryptionKey: readKey(env.HEARTH_KEY),
		softCloseMs: readSeconds(env.HEARTH_SOFT_CLOSE_SECONDS) * 1000,
		demo: env.HEARTH_DEMO === '1'
	};
}

/** The origins that requests may come from (R30, R60). */
export function allowedOrigins(config: Pick<Config, 'publicOrigin' | 'port'>): string[] {
	if (config.publicOrigin) return [config.publicOrigin];
	return [`http://127.0.0.1:${config.port}`, `http://localhost:${config.port}`];
}

/** The address to print and to put into links. */
export function address(config: Pick<Config, 'publicOrigin' | 'port'>): string {
	return config.publicOrigin ?? `http://localhost:${config.port}`;
}

function readPort(text: string | undefined): number {
	if (!text) return 3000;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
		throw new ConfigError(`PORT must be a number from 1 to 65535, not "${text}".`);
	}
	return port;
}

function readSeconds(text: string | undefined): number {
	if (!text) return 180;
	const seconds = Number(text);
	if (!/^\d+$/.test(text) || seconds < 10 || seconds > 1800) {
		throw new ConfigError(`HEARTH_SOFT_CLOSE_SECONDS must be a number from 10 to 1800, not "${text}".`);
	}
	return seconds;
}

function readOrigin(text: string | undefined): string | null {
	if (!text) return null;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
		throw new ConfigError(
			`PUBLIC_ORIGIN must be an address without a path, such as https://hearth.example.org, not "${text}".`
		);
	}
	return url.origin;
}

function readTurn(env: Record<string, string | undefined>): Config['turn'] {
	const { TURN_URL: url, TURN_SECRET: secret } = env;
	if (!url && !secret) return null;
	if (!url || !secret) throw new ConfigError('TURN_URL and TURN_SECRET go together: set both, or neither.');
	if (!/^turns?:/.test(url)) {
		throw new ConfigError(
			`TURN_URL must begin with turn: or turns:, such as turn:turn.example.org:3478, not "${url}".`
		);
	}
	return { url, secret };
}

function readSfu(env: Record<string, string | undefined>): SfuConfig | null {
	const { SFU, SFU_ABOVE, SFU_PORTS, SFU_ADDRESS } = env;
	if (!SFU) return null;
	if (SFU !== 'janus') throw new ConfigError(`SFU may be janus, or not set, not "${SFU}".`);
	const above = Number(SFU_ABOVE || 6);
	if (!Number.isInteger(above) || above < 0 || above > 12) {
		throw new ConfigError(`SFU_ABOVE must be a number of people from 0 to 12, not "${SFU_ABOVE}".`);
	}
	const ports = SFU_PORTS || '20000-20399';
	const [, from = '', to = ''] = /^(\d{4,5})-(\d{4,5})$/.exec(ports) ?? [];
	if (!from || Number(to) - Number(from) < 99 || Number(to) > 65_535) {
		throw new ConfigError(
			`SFU_PORTS must be a range of at least 100 ports, such as 20000-20399, not "${ports}".`
		);
	}
	if (SFU_ADDRESS && !isIP(SFU_ADDRESS)) {
		throw new ConfigError(`SFU_ADDRESS must be an IP address, such as 203.0.113.7, not "${SFU_ADDRESS}".`);
	}
	return { above, ports, address: SFU_ADDRESS || null };
}

function readKey(text: string | undefined): Buffer | null {
	if (!text) return null;
	const key = Buffer.from(text, 'base64');
	if (key.length !== 32) throw new ConfigError('HEARTH_KEY must be 32 bytes written in base64.');
	return key;
}

/** Whether media have a way between networks: a relay, or an SFU that every call goes through. */
export function reachesAcrossNetworks({ turn, sfu }: Pick<Config, 'turn' | 'sfu'>): boolean {
	return turn !== null || sfu?.above === 0;
}

/** What will not work with this configuration, in words for whoever starts it and for whoever meets in it. */
export function limitsOf(config: Pick<Config, 'secure' | 'turn' | 'sfu'>): string[] {
	const limits: string[] = [];
	if (!reachesAcrossNetworks(config)) {
		limits.push(
			'Without a TURN server, video and voice work within this machine’s network only. Text and worksheets work fully.'
		);
	}
	if (!config.secure) {
		limits.push(
			'Phones allow the camera and the microphone over HTTPS only: set PUBLIC_ORIGIN to an https address.'
		);
	}
	return limits;
}
