import type { BrowserContext } from '@playwright/test';

declare global {
	interface Window {
		connections: RTCPeerConnection[];
	}
}

/** A page, whatever drives its browser. */
export interface Evaluates<Result> {
	evaluate(script: () => Promise<Result>): Promise<Result>;
}

/** Keeps every connection that a page makes, so that what it carries can be counted. Runs in the page, before its own scripts. */
export function keepConnections(): void {
	window.connections = [];
	const Native = window.RTCPeerConnection;
	window.RTCPeerConnection = class extends Native {
		constructor(configuration?: RTCConfiguration) {
			super(configuration);
			window.connections.push(this);
		}
	};
}

export function watchMedia(context: BrowserContext): Promise<unknown> {
	return context.addInitScript(keepConnections);
}

/** What has gone through all of a page's living connections since they began. */
interface Counted {
	/** Of the voices that arrived: all samples, and those that were heard as gaps. */
	samples: number;
	gaps: number;
	frames: number;
	/** Packets of voices that arrived. */
	voice: number;
	/** The height of the last picture that arrived. */
	height: number;
	bytesSent: number;
	at: number;
}

export function count(page: Evaluates<Counted>): Promise<Counted> {
	return page.evaluate(async () => {
		const counted = {
			samples: 0,
			gaps: 0,
			frames: 0,
			voice: 0,
			height: 0,
			bytesSent: 0,
			at: performance.now()
		};
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
				if (entry.kind === 'audio') counted.voice += number('packetsReceived');
				counted.height = Math.max(counted.height, number('frameHeight'));
			}
		}
		return counted;
	});
}

/** A way that a connection has found between two browsers: each side's half of its name, as both have agreed. */
interface Way {
	mine: string;
	theirs: string;
	settled: boolean;
}

/** The ways that carry a page's media now. */
export function ways(page: Evaluates<Way[]>): Promise<Way[]> {
	return page.evaluate(async () => {
		const half = (description: RTCSessionDescription | null) =>
			/^a=ice-ufrag:(\S+)/m.exec(description?.sdp ?? '')?.[1] ?? '';
		return window.connections
			.filter(({ connectionState }) => connectionState === 'connected')
			.map((one) => ({
				mine: half(one.currentLocalDescription),
				theirs: half(one.currentRemoteDescription),
				settled: one.signalingState === 'stable'
			}));
	});
}
