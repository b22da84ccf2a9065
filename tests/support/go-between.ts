import type { Browser, Page } from '@playwright/test';

/** What the server passes on to a page, as far as somebody between looks at it. */
export interface PassedOn {
	type: string;
	src?: string;
	payload?: Record<string, unknown>;
}

declare global {
	interface Window {
		between: {
			/** The offer that goes on to who is called, and the answer that goes back to the caller. */
			offered(connection: string, sdp: string): Promise<string>;
			answered(connection: string, sdp: string): Promise<string>;
			candidate(connection: string, of: 'caller' | 'called', candidate: RTCIceCandidateInit): Promise<void>;
		};
	}
}

/**
 * Changes what the server passes on to the pages, as a server could that somebody has taken over. The pages are
 * loaded anew. `rewrite` is asked for each message in turn, with the place of the page that it goes to.
 */
export async function takeOver(
	pages: readonly Page[],
	rewrite: (message: PassedOn, to: number) => Promise<PassedOn | null>
): Promise<void> {
	for (const [to, page] of pages.entries()) {
		await page.routeWebSocket(/\/signal\//, (route) => {
			let last = Promise.resolve();
			route.connectToServer().onMessage((frame) => {
				last = last.then(async () => {
					const message = await rewrite(JSON.parse(String(frame)) as PassedOn, to);
					if (message && !page.isClosed()) route.send(JSON.stringify(message));
				});
			});
		});
		await page.reload();
	}
}

/** A browser that links itself with both sides of each link of a mesh, and passes on all that they send: a go-between. */
export async function openGoBetween(browser: Browser, origin: string): Promise<Page> {
	const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
	const page = await context.newPage();
	await page.route('**/between', (route) =>
		route.fulfill({ contentType: 'text/html', body: '<title>Between</title>' })
	);
	await page.goto(`${origin}/between`);
	// Only a page that has used its camera names its real addresses, which a browser on the same machine reaches.
	await page.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }));
	await page.evaluate(standBetween);
	return page;
}

/** Passes descriptions and candidates of a mesh through the go-between, so that neither side ever has the other's. */
export function throughGoBetween(between: Page): (message: PassedOn, to: number) => Promise<PassedOn | null> {
	const calledAt = new Map<string, number>();
	return async (message, to) => {
		const { type, payload } = message;
		if (!payload || !/^(OFFER|ANSWER|CANDIDATE)$/.test(type)) return message;
		const connection = String(payload.connectionId);
		if (type === 'CANDIDATE') {
			const of = calledAt.get(connection) === to ? 'caller' : 'called';
			const candidate = payload.candidate as RTCIceCandidateInit;
			await between.evaluate(([id, whose, one]) => window.between.candidate(id, whose, one), [
				connection,
				of,
				candidate
			] as const);
			// The go-between's own are all in its descriptions.
			return null;
		}
		const { sdp } = payload.sdp as RTCSessionDescriptionInit;
		if (type === 'OFFER') calledAt.set(connection, to);
		const changed = await between.evaluate(
			([kind, id, said]) =>
				kind === 'OFFER' ? window.between.offered(id, said) : window.between.answered(id, said),
			[type, connection, sdp ?? ''] as const
		);
		return { ...message, payload: { ...payload, sdp: { type: type.toLowerCase(), sdp: changed } } };
	};
}

/** Runs in the go-between's page. */
function standBetween(): void {
	const pairs = new Map<string, { caller: RTCPeerConnection; called: RTCPeerConnection }>();
	const pass = (from: RTCDataChannel, to: RTCDataChannel) => {
		from.onmessage = ({ data }: MessageEvent<string>) => to.readyState === 'open' && to.send(data);
	};
	const pairOf = (id: string) => {
		const known = pairs.get(id);
		if (known) return known;
		const [caller, called] = [1, 2].map(() => new RTCPeerConnection({ bundlePolicy: 'max-bundle' }));
		const pair = { caller: caller!, called: called! };
		const onward = pair.called.createDataChannel('notes');
		pair.caller.ondatachannel = ({ channel }) => {
			pass(channel, onward);
			pass(onward, channel);
		};
		pairs.set(id, pair);
		return pair;
	};
	/** Candidates included, since none are sent after it. */
	const described = async (connection: RTCPeerConnection, description: RTCSessionDescriptionInit) => {
		await connection.setLocalDescription(description);
		while (connection.iceGatheringState !== 'complete') {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		return connection.localDescription?.sdp ?? '';
	};
	window.between = {
		async offered(id, sdp) {
			const isNew = !pairs.has(id);
			const { caller, called } = pairOf(id);
			await caller.setRemoteDescription({ type: 'offer', sdp });
			for (const one of isNew ? caller.getTransceivers() : []) {
				one.direction = 'sendrecv';
				const onward = called.addTransceiver(one.receiver.track, { direction: 'sendrecv' });
				await one.sender.replaceTrack(onward.receiver.track);
			}
			return described(called, await called.createOffer({ iceRestart: !isNew }));
		},
		async answered(id, sdp) {
			const { caller, called } = pairOf(id);
			await called.setRemoteDescription({ type: 'answer', sdp });
			return described(caller, await caller.createAnswer());
		},
		async candidate(id, of, candidate) {
			await pairOf(id)[of].addIceCandidate(candidate);
		}
	};
}
