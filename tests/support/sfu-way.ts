import type { Page } from '@playwright/test';
import type { BadLink } from './bad-link.ts';

const CANDIDATE = /(candidate:\S+ \d+ udp \d+) (\S+) (\d+) typ host/gi;

/**
 * Sends a page's media to the SFU through a link that a test can make bad: where the SFU says that it is reached, the
 * link's own ports stand, and the SFU is not told of any other way back.
 */
export function toSfuThrough(link: BadLink): (page: Page) => Promise<void> {
	return (page) =>
		page.routeWebSocket(/\/signal\//, (socket) => {
			const server = socket.connectToServer();
			socket.onMessage((text) => {
				if (/"act":"candidate"/.test(String(text))) return;
				server.send(String(text).replaceAll(/a=candidate:.*?\\r\\n/g, ''));
			});
			let last = Promise.resolve();
			server.onMessage((text) => {
				last = last.then(async () => socket.send(await renamed(String(text), link)));
			});
		});
}

async function renamed(text: string, link: BadLink): Promise<string> {
	let result = text;
	for (const [whole, head, address = '', port] of text.matchAll(CANDIDATE)) {
		if (address.includes(':')) continue;
		const own = await link.mediaTo(Number(port), address);
		result = result.replaceAll(whole, `${head} 127.0.0.1 ${own} typ host`);
	}
	return result;
}
