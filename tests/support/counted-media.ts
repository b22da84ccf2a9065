import type { BrowserContext, Page } from '@playwright/test';

declare global {
	interface Window {
		connections: RTCPeerConnection[];
	}
}

/** Keeps every connection that a page makes, so that what it carries can be counted. */
export function watchMedia(context: BrowserContext): Promise<unknown> {
	return context.addInitScript(() => {
		window.connections = [];
		const Native = window.RTCPeerConnection;
		window.RTCPeerConnection = class extends Native {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				window.connections.push(this);
			}
		};
	});
}

/** What has gone through all of a page's living connections since they began. */
interface Counted {
	/** Of the voices that arrived: all samples, and those that were heard as gaps. */
	samples: number;
	gaps: number;
	frames: number;
	/** The height of the last picture that arrived. */
	height: number;
	bytesSent: number;
	at: number;
}

export function count(page: Page): Promise<Counted> {
	return page.evaluate(async () => {
		const counted = { samples: 0, gaps: 0, frames: 0, height: 0, bytesSent: 0, at: performance.now() };
		for (const connection of window.connections) {
			if (connection.connectionState === 'closed') continue;
			for (const entry of (await connection.getStats()).values() as Iterable<
				Record<string, number | string>
			>) {
				const number = (name: string) => Number(entry[name] ?? 0);
				if (entry.type === 'transport') counted.bytesSent += number('bytesSent');
				if (entry.type !== 'inbound-rtp') continue;
				counted.samples += number('totalSamplesReceived');
				counted.gaps += number('concealedSamples') - number('silentConcealedSamples');
				counted.frames += number('framesDecoded');
				counted.height = Math.max(counted.height, number('frameHeight'));
			}
		}
		return counted;
	});
}
