import type { IceServer } from '#lib/protocol/media-ticket.ts';

/** How far two ends in this one browser came with each other. */
export type LoopResult =
	| { is: 'works'; ms: number }
	/** The relay gave no place: `code` is its answer (RFC 5389, section 15.6; 701 when nobody answered). */
	| { is: 'no-relay'; code: number | null; text: string }
	/** There were places, and nothing came through them. */
	| { is: 'nothing-through' }
	/** This browser makes no such connections. */
	| { is: 'unable' };

const PATIENCE_MS = 12_000;

/** Links two ends in this browser, through `relay` alone where it is given, and sends something from one to the other. */
export async function tryLoop(relay: IceServer | null): Promise<LoopResult> {
	if (!('RTCPeerConnection' in globalThis)) return { is: 'unable' };
	const config: RTCConfiguration = relay
		? { iceServers: [relay], iceTransportPolicy: 'relay' }
		: { iceServers: [] };
	const [near, far] = [new RTCPeerConnection(config), new RTCPeerConnection(config)];
	const refused: { code: number; text: string }[] = [];
	let places = 0;
	const began = performance.now();
	try {
		for (const [one, other] of [
			[near, far],
			[far, near]
		] as const) {
			one.onicecandidate = ({ candidate }) => {
				if (!candidate?.candidate) return;
				places++;
				// A place that the other end cannot use is one of several.
				void other.addIceCandidate(candidate).catch(() => undefined);
			};
			one.onicecandidateerror = ({ errorCode, errorText }) =>
				refused.push({ code: errorCode, text: errorText });
		}
		const arrived = new Promise<boolean>((resolve) => {
			far.ondatachannel = ({ channel }) => (channel.onmessage = () => resolve(true));
			setTimeout(() => resolve(false), PATIENCE_MS);
		});
		const channel = near.createDataChannel('trial');
		channel.onopen = () => channel.send('there');
		await near.setLocalDescription();
		await far.setRemoteDescription(near.localDescription!);
		await far.setLocalDescription();
		await near.setRemoteDescription(far.localDescription!);
		if (await arrived) return { is: 'works', ms: performance.now() - began };
		if (relay && places === 0) {
			const [first] = refused;
			return { is: 'no-relay', code: first?.code ?? null, text: first?.text ?? '' };
		}
		return { is: 'nothing-through' };
	} finally {
		near.close();
		far.close();
	}
}

/** Whether a socket to this server comes about, whatever the server then says on it. */
export function trySocket(address: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = new WebSocket(address);
		const end = (reached: boolean) => {
			resolve(reached);
			socket.close();
		};
		socket.onopen = () => end(true);
		socket.onerror = () => end(false);
		setTimeout(() => end(false), PATIENCE_MS);
	});
}
