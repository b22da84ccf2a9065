import type { Peer, PeerJSOption } from 'peerjs';

/** Stands where PeerJS keeps the name of its own cloud: a name that never resolves (RFC 6761). Ours there would force TLS. */
const NO_HOST = 'peerjs.invalid';

/**
 * PeerJS 1.5.5 as we use it, its unpublished parts named. It is pinned, and not forked: its gaps are mended
 * on its objects (docs/decisions/0301-peerjs.md says which, and why).
 */
export interface OpenPeer extends Pick<Peer, 'id' | 'open' | 'disconnected' | 'destroyed'> {
	on(event: 'open' | 'disconnected', listener: () => void): void;
	on(event: 'error', listener: (error: Error & { type: string }) => void): void;
	once(event: 'call', listener: (connection: PeerConnection) => void): void;
	on(event: 'call', listener: (connection: PeerConnection) => void): void;
	reconnect(): void;
	disconnect(): void;
	destroy(): void;
	getConnection(peerId: string, connectionId: string): PeerConnection | null;
	options: { config?: RTCConfiguration };
	socket: { send(message: unknown): void; start(id: string, token: string): void; _socket?: WebSocket };
	_handleMessage(message: PeerMessage): void;
	_addConnection(peerId: string, connection: PeerConnection): void;
}

export interface PeerMessage {
	type: string;
	src?: string;
	payload?: {
		type?: string;
		connectionId?: string;
		sdp?: RTCSessionDescriptionInit;
		[more: string]: unknown;
	};
}

export interface PeerConnection {
	readonly peer: string;
	readonly connectionId: string;
	readonly peerConnection: RTCPeerConnection | null;
	readonly dataChannel: RTCDataChannel | undefined;
	readonly constructor: new (peerId: string, peer: OpenPeer, options: object) => PeerConnection;
	_negotiator: Negotiator | null;
	_initializeDataChannel(channel: RTCDataChannel): void;
	answer(stream: MediaStream, options: { sdpTransform: (sdp: string) => string }): void;
	close(): void;
}

export interface Negotiator {
	startConnection(options: { _stream: MediaStream; originator: true }): void;
	handleSDP(type: 'OFFER' | 'ANSWER', sdp: RTCSessionDescriptionInit): Promise<void>;
	_addTracksToConnection(stream: MediaStream, connection: RTCPeerConnection): void;
	_setupListeners(connection: RTCPeerConnection): void;
	_makeOffer(): Promise<void>;
	_makeAnswer(): Promise<void>;
}

export interface PeerJs {
	Peer: new (id: string, options: PeerJSOption) => OpenPeer;
}

let loading: Promise<PeerJs> | null = null;

/** PeerJS, loaded once; a load that failed is tried again by the next who asks. */
export function loadPeerJs(): Promise<PeerJs> {
	loading ??= load().catch((error: unknown) => {
		loading = null;
		throw error;
	});
	return loading;
}

/**
 * Loads PeerJS, in the browser alone: it looks at `window` and wraps `getUserMedia` when it is imported.
 * It also opens a connection then, to see what the browser can do, with third parties' STUN and TURN
 * servers in its settings; and it falls back to them, and to its makers' cloud, wherever ours are missing.
 * So they are taken away, before and after.
 */
async function load(): Promise<PeerJs> {
	const Native = globalThis.RTCPeerConnection;
	if (!Native) throw new Error('This browser has no RTCPeerConnection.');
	globalThis.RTCPeerConnection = class extends Native {
		constructor(configuration?: RTCConfiguration) {
			super({ ...configuration, iceServers: [] });
		}
	};
	try {
		const { default: Peer, util } = await import('peerjs');
		const settings = util as unknown as { CLOUD_HOST: string; defaultConfig: RTCConfiguration };
		settings.CLOUD_HOST = NO_HOST;
		settings.defaultConfig.iceServers?.splice(0);
		return { Peer: Peer as unknown as PeerJs['Peer'] };
	} finally {
		globalThis.RTCPeerConnection = Native;
	}
}
