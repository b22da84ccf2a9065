import { fileURLToPath } from 'node:url';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rollup } from 'vite';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { MediaTicket } from '../../src/lib/protocol/media-ticket.ts';
import { SignalHarness } from './signal-harness.ts';

interface Options {
	/** The folder of another page than `call-page`. */
	page?: string;
	turn?: { url: string; secret: string };
	/** Calls of more people than this go through a real Janus. */
	sfuAbove?: number;
	/** Where a person reaches the relay, when not at its own address. */
	relayOf?: (person: PersonId) => string | null;
}

const PAGE = fileURLToPath(new URL('./call-page', import.meta.url));
const KINDS: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** A page, built once and served with our signalling beside it. */
export async function startCallServer(options: Options = {}): Promise<SignalHarness> {
	const files = await buildPage(options.page ?? PAGE);
	const { turn, relayOf, sfuAbove } = options;
	const harness = await SignalHarness.start({
		turn: turn ?? null,
		pages,
		...(sfuAbove === undefined ? {} : { sfuAbove })
	});
	return harness;

	function pages(request: IncomingMessage, response: ServerResponse): void {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		const [, session] = /^\/sessions\/([\w-]+)\/media-ticket$/.exec(path) ?? [];
		if (session) return void giveTicket(session as SessionId, request, response);
		const name = path === '/' ? 'index.html' : path.slice(1);
		const body = files.get(name);
		response.writeHead(body === undefined ? 404 : 200, {
			'Content-Type': KINDS[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
		});
		response.end(body);
	}

	async function giveTicket(
		session: SessionId,
		request: IncomingMessage,
		response: ServerResponse
	): Promise<void> {
		const [, person = ''] = /person=([\w-]+)/.exec(request.headers.cookie ?? '') ?? [];
		const [status, body] = await harness
			.ticket(session, person as PersonId, request.headers['user-agent'])
			.then(
				(ticket) => [200, through(ticket, relayOf?.(person as PersonId) ?? null)] as const,
				(error: Error) => [404, { message: error.message, reason: 'not-found' }] as const
			);
		response.writeHead(status, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(body));
	}
}

/** The ticket of somebody who reaches the relay by a way of their own. */
function through(ticket: MediaTicket, relay: string | null): MediaTicket {
	const servers = ticket.iceServers.map((server) => ({ ...server, urls: relay ? [relay] : server.urls }));
	return { ...ticket, iceServers: servers };
}

async function buildPage(root: string): Promise<Map<string, string | Uint8Array>> {
	const built = (await build({
		root,
		configFile: false,
		logLevel: 'warn',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: { write: false, target: ['chrome109', 'firefox115', 'safari16.4'] }
	})) as Rollup.RollupOutput;
	return new Map(
		built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source])
	);
}
