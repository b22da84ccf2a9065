import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { App } from '../app.ts';
import { logFault } from './fault-log.ts';
import { gate } from './gate.ts';

afterEach(() => vi.restoreAllMocks());

/** What a browser is told with a reply of any kind. */
async function replyOf(secure: boolean): Promise<Headers> {
	const page = (_request: unknown, response: ServerResponse) => void response.end('a page');
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	server.on('request', gate({ config: { port, publicOrigin: null, secure } } as App, page));
	const { headers } = await fetch(`http://127.0.0.1:${port}/home`);
	await new Promise((resolve) => server.close(resolve));
	return headers;
}

test('R40 every reply forbids sniffing, framing, referrers and devices to others', async () => {
	const headers = await replyOf(true);
	expect(headers.get('strict-transport-security')).toMatch(/max-age=(\d{8,})/);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('referrer-policy')).toBe('no-referrer');
	expect(headers.get('x-frame-options')).toBe('DENY');
	expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
	expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
	for (const device of ['camera', 'microphone', 'display-capture'])
		expect(headers.get('permissions-policy')).toContain(`${device}=(self)`);
});

test('R40 R29 a browser is held to HTTPS only where people come over HTTPS', async () => {
	expect((await replyOf(false)).get('strict-transport-security')).toBeNull();
});

test('R42 no reply is kept by a browser or on the way', async () => {
	expect((await replyOf(true)).get('cache-control')).toBe('no-store');
});

test('R54 R62 a fault is logged under an id, with where it happened, and without what was said', () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const id = logFault('POST /join', new Error('ana@example.org wrote: I dread the call'));
	const written = log.mock.calls.flat().join('\n');
	expect(written).toContain(id);
	expect(written).toContain('POST /join');
	expect(written).toMatch(/^\s+at /m);
	expect(written).not.toContain('ana@example.org');
	expect(written).not.toContain('dread');
});
