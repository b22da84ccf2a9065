import type { IncomingMessage } from 'node:http';
import { allowedOrigins, type Config } from '../config.ts';

/** Whether the Host header names us (R60): a page reached under another name gets nothing. */
export function isOurHost(request: IncomingMessage, config: Pick<Config, 'publicOrigin' | 'port'>): boolean {
	const { host } = request.headers;
	return allowedOrigins(config).some((origin) => new URL(origin).host === host);
}

/** Whether a request that changes something comes from our own pages (R41), whatever its content type. */
export function isSameOrigin(
	request: IncomingMessage,
	config: Pick<Config, 'publicOrigin' | 'port'>
): boolean {
	if (request.method === 'GET' || request.method === 'HEAD') return true;
	// A browser's own word comes first: under our `no-referrer` a plain form of ours has the Origin `null`.
	const site = request.headers['sec-fetch-site'];
	if (site !== undefined) return site === 'same-origin';
	const { origin } = request.headers;
	return origin !== undefined && allowedOrigins(config).includes(origin);
}

/** Whether a WebSocket comes from our own pages (R30): the Origin must be there, and exactly ours. */
export function isOurOrigin(
	request: IncomingMessage,
	config: Pick<Config, 'publicOrigin' | 'port'>
): boolean {
	const { origin } = request.headers;
	return origin !== undefined && allowedOrigins(config).includes(origin);
}
