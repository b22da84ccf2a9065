import { isRefusal } from '#lib/domain/refusal.ts';
import type { MediaTicket } from '#lib/protocol/media-ticket.ts';
import type { LineState, MediaTransport, TransportEvents } from './media-transport.ts';

/** TURN credentials last an hour (R37). */
const RENEW_EVERY_MS = 45 * 60_000;
/** How long the line may be away before the server is asked over HTTP whether I still belong here (R31). */
const ASK_AFTER_MS = 3_000;

interface LineOptions {
	/** Rejects with a Refusal when there is no place for me. */
	ticket(): Promise<MediaTicket>;
	make(events: TransportEvents): MediaTransport;
	events: Pick<TransportEvents, 'link' | 'track' | 'note'>;
	/** A transport is there: it wants to know what to send. */
	opened(): void;
	/** The person has no part in the call here any more; `words` say why, when the server gave some. */
	ended(words: string | null): void;
}

/** My way into the call: a ticket, a transport, and what to do when either fails. */
export class CallLine {
	state = $state<LineState | 'off'>('off');
	/** Media may show people's network addresses to each other: no relay is configured (R38). */
	addressesVisible = $state(false);
	transport = $state.raw<MediaTransport | null>(null);
	readonly #options: LineOptions;
	#renewals: ReturnType<typeof setInterval> | undefined;
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor(options: LineOptions) {
		this.#options = options;
	}

	async connect(): Promise<void> {
		if (this.transport) return;
		const transport: MediaTransport = this.#options.make({
			...this.#options.events,
			line: (state) => transport === this.transport && this.#hear(state)
		});
		this.transport = transport;
		this.state = 'connecting';
		this.#options.opened();
		try {
			const ticket = await this.#options.ticket();
			if (this.transport !== transport) return;
			// A call through an SFU, too, goes straight from browser to browser when that fails.
			this.addressesVisible = !ticket.relayOnly;
			await transport.join(ticket);
			clearInterval(this.#renewals);
			this.#renewals = setInterval(() => void this.#ask(), RENEW_EVERY_MS);
		} catch (error) {
			if (this.transport === transport) this.#failed(error);
		}
	}

	disconnect(): void {
		clearInterval(this.#renewals);
		clearTimeout(this.#later);
		this.transport?.leave();
		this.transport = null;
		this.state = 'off';
	}

	#failed(error: unknown): void {
		this.disconnect();
		if (isRefusal(error)) return this.#end('refused', error.message);
		this.state = 'away';
		this.#later = setTimeout(() => void this.connect(), ASK_AFTER_MS);
	}

	#hear(state: LineState): void {
		this.state = state;
		clearTimeout(this.#later);
		if (state === 'away') this.#later = setTimeout(() => void this.#ask(), ASK_AFTER_MS);
		if (state === 'taken-over' || state === 'refused') this.#end(state, null);
	}

	/** Asks for a ticket to see whether I still belong here, and takes the new TURN credentials from it. */
	async #ask(): Promise<void> {
		const { transport } = this;
		try {
			const { iceServers } = await this.#options.ticket();
			if (transport === this.transport) transport?.renew(iceServers);
		} catch (error) {
			// Out of reach says nothing about belonging: the transport goes on trying by itself.
			if (isRefusal(error) && transport === this.transport) this.#end('refused', error.message);
		}
	}

	#end(state: LineState, words: string | null): void {
		this.disconnect();
		this.state = state;
		this.#options.ended(words);
	}
}
