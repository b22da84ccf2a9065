import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app.ts';
import { isOurHost, isSameOrigin } from './same-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** Answers a request with a page or an endpoint of the built application. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Pages that never change under their name may be kept by the browser. */
const IMMUTABLE_PREFIX = '/_app/immutable/';

/** Stands before every page: headers, host, origin and health. */
export function gate(app: App, pages: PageHandler): PageHandler {
	return (request, response) => {
		setSecurityHeaders(response, app.config);
		const path = request.url?.split('?')[0] ?? '/';
		if (path === '/healthz') return void answerHealth(app, response);
		if (!isOurHost(request, app.config)) {
			return refuse(
				response,
				421,
				'This address is not one that this Hearth answers to. Set PUBLIC_ORIGIN to it.'
			);
		}
		if (!isSameOrigin(request, app.config)) {
			return refuse(response, 403, 'This request did not come from a page of this Hearth.');
		}
		if (path.startsWith(IMMUTABLE_PREFIX)) response.removeHeader('Cache-Control');
		pages(request, response);
	};
}

async function answerHealth(app: App, response: ServerResponse): Promise<void> {
	const health = await app.health();
	response.writeHead(health.ok ? 200 : 503, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify({ status: health.ok ? 'ok' : 'degraded', ...health }));
}

function refuse(response: ServerResponse, status: number, message: string): void {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
	response.end(`${message}\n`);
}
