import type { MediaTicket } from '#lib/protocol/media-ticket.ts';
import { SIGNAL_CLOSE } from '#lib/protocol/signal-protocol.ts';
import type { LineState } from './media-transport.ts';
import type { OpenPeer, PeerJs, PeerMessage } from './peerjs.ts';

/** Waits between attempts to come back: 250 ms, doubling. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2_000;
/** Both sides speak every 5 s: after this silence the line is dead, whatever the browser thinks. */
const BEAT_MS = 5_000;
const DEAF_MS = 12_000;
/** A socket that has not opened by then never will: its packets went into a tunnel. */
const OPENING_MS = 5_000;
export const LOOK_EVERY_MS = 1_000;

interface LineEvents {
	state(state: LineState): void;
	/** Every message of the server, before PeerJS sees it; true when it is dealt with. */
	message(message: PeerMessage): boolean;
}

/** The PeerJS socket to our signalling, kept open: PeerJS itself neither comes back nor notices a dead line. */
export class SignalLine {
	readonly peer: OpenPeer;
	readonly #events: LineEvents;
	readonly #listening = new AbortController();
	readonly #watch: ReturnType<typeof setInterval>;
	#wait = FIRST_WAIT_MS;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#heardAt = Date.now();
	#ended = false;

	constructor({ Peer }: PeerJs, ticket: MediaTicket, config: RTCConfiguration, events: LineEvents) {
		this.#events = events;
		const secure = location.protocol === 'https:';
		this.peer = new Peer(ticket.id, {
			host: location.hostname,
			port: Number(location.port) || (secure ? 443 : 80),
			path: ticket.path,
			secure,
			token: ticket.token,
			config,
			debug: 0,
			pingInterval: BEAT_MS
		} as ConstructorParameters<PeerJs['Peer']>[1]);
		this.#noteWhyItCloses();
		this.#hearEverything();
		this.peer.on('open', () => {
			this.#wait = FIRST_WAIT_MS;
			events.state('open');
		});
		this.peer.on('disconnected', () => this.#comeBackLater());
		this.peer.on('error', (error) => {
			if (error.type === 'unavailable-id') this.#end('taken-over');
		});
		this.#watch = setInterval(() => this.#noticeDeafness(), LOOK_EVERY_MS);
		const { signal } = this.#listening;
		document.addEventListener('visibilitychange', () => this.wake(), { signal });
	}

	send(message: unknown): void {
		this.peer.socket.send(message);
	}

	/** Tries at once: somebody looks at the page again. */
	wake(): void {
		if (this.#timer === undefined || document.visibilityState === 'hidden') return;
		this.#wait = FIRST_WAIT_MS;
		this.#comeBack();
	}

	/** The device is on another network: a socket of the old one is dead, and would be found so only by its silence. */
	reopen(): void {
		if (this.#ended || this.peer.destroyed) return;
		this.peer.disconnect();
		this.#wait = FIRST_WAIT_MS;
		this.#comeBack();
	}

	close(): void {
		this.#ended = true;
		clearTimeout(this.#timer);
		clearInterval(this.#watch);
		this.#listening.abort();
		this.peer.destroy();
	}

	/** PeerJS keeps the close code to itself. */
	#noteWhyItCloses(): void {
		const { socket } = this.peer;
		const listen = () =>
			socket._socket?.addEventListener('close', ({ code }) => {
				if (code === SIGNAL_CLOSE.notAdmitted || code === SIGNAL_CLOSE.signedOut) this.#end('refused');
				if (code === SIGNAL_CLOSE.takenOver && this.peer.id === null) this.#end('taken-over');
			});
		const start = socket.start.bind(socket);
		socket.start = (id, token) => {
			start(id, token);
			listen();
		};
		listen();
	}

	#hearEverything(): void {
		const handle = this.peer._handleMessage.bind(this.peer);
		this.peer._handleMessage = (message) => {
			this.#heardAt = Date.now();
			if (!this.#events.message(message)) handle(message);
		};
	}

	#noticeDeafness(): void {
		if (this.#ended || this.peer.disconnected || this.peer.destroyed) return;
		const patience = this.peer.open ? DEAF_MS : OPENING_MS;
		if (Date.now() - this.#heardAt > patience) this.peer.disconnect();
	}

	#comeBackLater(): void {
		if (this.#ended || this.peer.destroyed) return;
		this.#events.state('away');
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#comeBack(), this.#wait);
		this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
	}

	#comeBack(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#heardAt = Date.now();
		if (!this.#ended && this.peer.disconnected && !this.peer.destroyed) this.peer.reconnect();
	}

	#end(state: 'taken-over' | 'refused'): void {
		if (this.#ended) return;
		this.#ended = true;
		clearTimeout(this.#timer);
		this.#events.state(state);
	}
}
