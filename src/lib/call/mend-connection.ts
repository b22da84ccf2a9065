import type { PeerConnection } from './peerjs.ts';

interface Mends {
	/** The calling side brings the places for media; the answering side takes them from the offer. */
	isCaller: boolean;
	/** Whether anything of one's own may ever be sent on it: otherwise it only receives. */
	sends: boolean;
	/** A connection was made: its handlers are ours from here. */
	opened(connection: RTCPeerConnection): void;
	/** The places for microphone, camera and screen are there. */
	ready(): void;
	channel(channel: RTCDataChannel): void;
}

/**
 * Mends what PeerJS leaves open in one of its media connections, on that object alone: it hangs up on the
 * first 'failed', stops sending candidates after 'completed', knows only the tracks that it began with,
 * and has no hook before its first offer.
 */
export function mendConnection(media: PeerConnection, mends: Mends): void {
	const direction = mends.sends ? 'sendrecv' : 'recvonly';
	const negotiator = media._negotiator;
	if (!negotiator) throw new Error('A closed connection cannot be mended.');

	const listen = negotiator._setupListeners.bind(negotiator);
	negotiator._setupListeners = (connection) => {
		listen(connection);
		mends.opened(connection);
	};

	negotiator._addTracksToConnection = (_stream, connection) => {
		if (!mends.isCaller) return;
		connection.addTransceiver('audio', { direction });
		// A face, and a screen.
		connection.addTransceiver('video', { direction });
		connection.addTransceiver('video', { direction });
		mends.ready();
	};

	const answer = negotiator._makeAnswer.bind(negotiator);
	negotiator._makeAnswer = async () => {
		for (const transceiver of media.peerConnection?.getTransceivers() ?? []) {
			transceiver.direction = direction;
		}
		mends.ready();
		await answer();
	};

	const initialise = media._initializeDataChannel.bind(media);
	media._initializeDataChannel = (channel) => {
		initialise(channel);
		// PeerJS hangs up whenever its channel closes.
		channel.onclose = null;
		mends.channel(channel);
	};
}
