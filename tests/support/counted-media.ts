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
export interface Counted {
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

/** The share of the voices that was heard as gaps between two counts. */
export function gapsBetween(before: Counted, after: Counted): number {
	return Math.max(0, after.gaps - before.gaps) / Math.max(1, after.samples - before.samples);
}

/** What a page sent between two counts, in kbit/s. */
export function uploadBetween(before: Counted, after: Counted): number {
	return ((after.bytesSent - before.bytesSent) * 8) / (after.at - before.at);
}
