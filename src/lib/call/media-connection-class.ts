import type { OpenPeer, PeerConnection } from './peerjs.ts';

export type MediaConnectionClass = new (peerId: string, peer: OpenPeer, options: object) => PeerConnection;

/** PeerJS does not export its media connection: an offer from nobody shows its class, and opens nothing. */
export function mediaConnectionClass(peer: OpenPeer): MediaConnectionClass {
	let found: MediaConnectionClass | null = null;
	peer.once('call', (connection) => {
		found = connection.constructor;
		connection.close();
	});
	const offer = { type: 'media', connectionId: 'nobody' };
	Object.getPrototypeOf(peer)._handleMessage.call(peer, { type: 'OFFER', src: 'nobody', payload: offer });
	if (!found) throw new Error('PeerJS answered an offer in a way that we do not know.');
	return found;
}
