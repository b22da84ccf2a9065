import Peer, { type MediaConnection } from 'peerjs';
import { fetchTicket } from '../../../../src/lib/call/fetch-ticket.ts';
import type { SessionId } from '../../../../src/lib/domain/ids.ts';
import type { Carrier, Place } from './carrier.ts';

/** The size that ours asks a camera for. */
const MEDIA = { audio: true, video: { width: 640, height: 360, frameRate: 24 } };

/**
 * A plain page with PeerJS, as its documentation has it: call everyone who is there, answer everyone who calls. Only the
 * signalling is ours, so that what differs is what our page does on top.
 */
export function bare({ session }: Place): Carrier {
	let mine: MediaStream | null = null;
	const host = document.getElementById('page')!;

	function show(call: MediaConnection): void {
		const video = document.createElement('video');
		Object.assign(video, { autoplay: true, playsInline: true, muted: true });
		call.on('stream', (stream) => {
			if (video.srcObject === stream) return;
			video.srcObject = stream;
			host.append(video);
		});
	}

	return {
		async prepare() {
			mine = await navigator.mediaDevices.getUserMedia(MEDIA);
		},
		async enter() {
			const ticket = await fetchTicket(session as SessionId);
			const peer = new Peer(ticket.id, {
				host: location.hostname,
				port: Number(location.port),
				path: ticket.path,
				token: ticket.token,
				config: { iceServers: ticket.iceServers },
				debug: 0
			});
			peer.on('call', (call) => {
				show(call);
				call.answer(mine!);
			});
			await new Promise<void>((resolve) => peer.on('open', () => resolve()));
			for (const { id } of ticket.peers) show(peer.call(id, mine!));
		},
		// It came in with its stream.
		turnOn: async () => undefined,
		faces: () => [...host.querySelectorAll('video')]
	};
}
