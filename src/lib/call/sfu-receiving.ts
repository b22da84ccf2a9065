import type { Place } from '#lib/protocol/sfu-protocol.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';
import { encrypting } from './can-encrypt.ts';
import { shapeSdp } from './shape-sdp.ts';

interface ReceivingEvents {
	answer(sdp: string, turn: number): void;
	candidate(candidate: RTCIceCandidate): void;
	/** Who is received, and what of them, may have changed. */
	places(): void;
	state(): void;
}

/** What reaches me through the SFU: of everyone, on one connection. Every frame is opened before it is shown. */
export class SfuReceiving {
	readonly connection: RTCPeerConnection;
	readonly #worker: Worker;
	readonly #events: ReceivingEvents;
	/** Descriptions are taken in the order they came in. */
	#last: Promise<void> = Promise.resolve();
	places: Place[] = [];

	constructor(config: RTCConfiguration, worker: Worker, events: ReceivingEvents) {
		this.#worker = worker;
		this.#events = events;
		this.connection = new RTCPeerConnection(config);
		this.connection.onicecandidate = ({ candidate }) => candidate && events.candidate(candidate);
		this.connection.onconnectionstatechange = () => events.state();
		this.connection.ontrack = ({ transceiver: { receiver, mid } }) => {
			if (mid !== null) encrypting(receiver, this.#worker, { side: 'receive', mid });
		};
	}

	/** Rejects when the description cannot be taken: then everything begins anew. */
	take(sdp: string, turn: number, places: Place[]): Promise<void> {
		this.#last = this.#last.then(() => this.#take(sdp, turn, places));
		return this.#last;
	}

	receiverOf(id: string, kind: TrackKind): RTCRtpReceiver | undefined {
		const place = this.places.find((one) => one.id === id && one.kind === kind);
		return this.connection.getTransceivers().find(({ mid }) => mid === place?.mid)?.receiver;
	}

	close(): void {
		this.connection.close();
	}

	async #take(sdp: string, turn: number, places: Place[]): Promise<void> {
		const { connection } = this;
		if (connection.signalingState === 'closed') return;
		await connection.setRemoteDescription({ type: 'offer', sdp: shapeSdp(sdp) });
		this.places = places;
		this.#events.places();
		const answer = await connection.createAnswer();
		await connection.setLocalDescription({ type: 'answer', sdp: shapeSdp(answer.sdp ?? '') });
		if (connection.localDescription) this.#events.answer(connection.localDescription.sdp, turn);
	}
}
