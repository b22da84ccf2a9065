import * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Caption } from '#lib/domain/captions.ts';
import type { DocumentId } from '#lib/domain/ids.ts';
import { CLOSE, isFinal, refusesUpdates } from '#lib/protocol/close-codes.ts';
import {
	ACKNOWLEDGE_PARAMETER,
	captionMessage,
	CAPTIONS_PARAMETER,
	MESSAGE,
	readCaption,
	type TypedCaption
} from '#lib/protocol/messages.ts';
import { countingSocket } from './counting-socket.ts';
import { KeptChanges } from './kept-changes.ts';
import { wordsOf, type OfferedBack } from './offered-back.ts';
import { BROWSER, Reconnection } from './reconnection.ts';
import { SentChanges } from './sent-changes.ts';
import type { UnsentStore } from './unsent-store.ts';

/** After this long without an acknowledgement a change is said to be not sent. */
const OVERDUE_MS = 4_000;

export interface DocumentConnectionOptions {
	/** The address of this Hearth, such as `location.origin`. */
	url: string;
	document: DocumentId;
	/** Keeps unsent changes over a reload, on the person's own device (R43). */
	unsent?: UnsentStore;
	/** Asked after a connection could not be made: the browser hides that the answer was 401 (R31). */
	isSignedIn?: () => Promise<boolean>;
}

/**
 * A document over its socket. What it says of `saved` comes from the server's acknowledgements alone. After a
 * refusal the document is set aside and a fresh one takes its place: Yjs cannot undo what it has applied.
 */
export class DocumentConnection {
	doc = $state.raw(new Y.Doc());
	awareness: Awareness;
	status = $state.raw<'connecting' | 'synced' | 'offline' | 'closed'>('connecting');
	/** Why it is closed for good: the document is not ours to open, or the sign-in has ended. */
	closedBecause = $state.raw<'gone' | 'signed-out' | null>(null);
	offeredBack = $state.raw<OfferedBack | null>(null);
	#waiting = $state.raw(0);
	#overdue = $state.raw(false);
	readonly saved = $derived.by(() => {
		const count = this.#waiting;
		if (count === 0) return { state: 'saved' as const, count };
		const isOnTheWay = this.status === 'synced' && !this.#overdue;
		return { state: isOnTheWay ? ('saving' as const) : ('not-sent' as const), count };
	});

	readonly #options: DocumentConnectionOptions;
	readonly #reconnection: Reconnection;
	#provider: WebsocketProvider;
	#sent = new SentChanges();
	#overdueTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #kept: KeptChanges;
	#captionEars: ((caption: Caption) => void)[] = [];
	/** Resolves when it is known whether an earlier page kept something; `saved` counts it from then on. */
	readonly keptLookedFor: Promise<void>;

	constructor(options: DocumentConnectionOptions) {
		this.#options = options;
		this.#kept = new KeptChanges(options.document, options.unsent);
		this.keptLookedFor = this.#kept.lookForEarlier().then((isFound) => {
			if (isFound || this.#sent.waiting > 0) this.#noteSaved();
		});
		this.awareness = $state.raw(new Awareness(this.doc));
		this.#reconnection = new Reconnection(
			{ connect: () => this.#provider.connect(), drop: () => this.#drop() },
			BROWSER
		);
		this.#provider = this.#connect();
	}

	hearCaptions(hear: (caption: Caption) => void): () => void {
		this.#captionEars.push(hear);
		return () => {
			this.#captionEars = this.#captionEars.filter((one) => one !== hear);
		};
	}

	/** A caption is of use now or never: while there is no connection it is lost. */
	tellCaption(caption: TypedCaption): void {
		if (this.#provider.wsconnected)
			this.#provider.ws?.send(captionMessage(caption) as Uint8Array<ArrayBuffer>);
	}

	close(): void {
		if (this.status === 'closed') return;
		this.status = 'closed';
		this.#letGo();
		this.#reconnection.stop();
		clearTimeout(this.#overdueTimer);
	}

	#connect(): WebsocketProvider {
		const { url, document } = this.#options;
		const { doc, awareness } = this;
		const sent = (this.#sent = new SentChanges());
		// Before the provider's own listener, so that a change is known when its frame is counted.
		doc.on('update', this.#noteChange);
		const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, document, doc, {
			...{
				awareness,
				connect: false,
				disableBc: true,
				params: { [ACKNOWLEDGE_PARAMETER]: '1', [CAPTIONS_PARAMETER]: '1' }
			},
			shouldReconnect: ({ code }) => !isFinal(code),
			WebSocketPolyfill: countingSocket({
				client: () => doc.clientID,
				opened: () => sent.connectionOpened(),
				frameSent: () => sent.frameSent()
			})
		});
		provider.messageHandlers[MESSAGE.ACKNOWLEDGEMENT] = (_encoder, decoder) => {
			sent.acknowledged(decoding.readVarUint(decoder));
			this.#noteSaved();
		};
		provider.messageHandlers[MESSAGE.CAPTION] = (_encoder, decoder) => {
			const caption = readCaption(decoder);
			for (const hear of this.#captionEars) hear(caption);
		};
		provider.on('sync', (isSynced) => isSynced && this.#noteSynced());
		provider.on('connection-close', (event) => this.#noteLost(provider, event?.code ?? 0));
		provider.on('closed', ({ code }) => this.#noteEnded(provider, code));
		this.#provider = provider;
		provider.connect();
		return provider;
	}

	readonly #noteChange = (update: Uint8Array, origin: unknown): void => {
		if (origin === this.#provider) return;
		this.#sent.change(update);
		this.#noteSaved();
	};

	#noteSaved(): void {
		this.#waiting = this.#sent.waiting + this.#kept.count;
		clearTimeout(this.#overdueTimer);
		this.#overdue = false;
		if (this.#waiting > 0) this.#overdueTimer = setTimeout(() => (this.#overdue = true), OVERDUE_MS);
		this.#kept.keep(this.#sent.updates);
	}

	#noteSynced(): void {
		this.status = 'synced';
		this.#reconnection.synced();
		void this.#restoreKept();
	}

	/** What an earlier page could not send rests on what the server has, so it is merged after that. */
	async #restoreKept(): Promise<void> {
		await this.keptLookedFor;
		const kept = this.#kept.takeEarlier();
		if (!kept || this.status === 'closed') return;
		Y.applyUpdate(this.doc, kept, this);
		this.#noteSaved();
	}

	#noteLost(provider: WebsocketProvider, code: number): void {
		if (provider !== this.#provider || this.status === 'closed' || isFinal(code)) return;
		// The provider's own schedule would start over at every connection that opens.
		provider.shouldConnect = false;
		if (!provider.wsconnected) void this.#askWhetherSignedIn();
		this.status = 'offline';
		this.#reconnection.lost();
	}

	#noteEnded(provider: WebsocketProvider, code: number): void {
		if (provider !== this.#provider || this.status === 'closed') return;
		if (refusesUpdates(code)) this.#setAside(code);
		else this.#end(code === CLOSE.SIGNED_OUT ? 'signed-out' : 'gone');
	}

	async #askWhetherSignedIn(): Promise<void> {
		// Without an answer there is no network, and coming back is all that helps.
		const isSignedIn = await this.#options.isSignedIn?.().catch(() => true);
		if (isSignedIn === false) this.#end('signed-out');
	}

	#end(because: 'gone' | 'signed-out'): void {
		this.closedBecause = because;
		this.close();
	}

	/** Takes a fresh document from the server, and offers back what was not taken from the old one. */
	#setAside(code: number): void {
		const updates = [...this.#sent.updates];
		const refused = this.doc;
		const { person: _stamped, ...presence } = this.awareness.getLocalState() ?? {};
		this.#letGo();
		if (updates.length > 0) this.offeredBack = this.#offer(updates, wordsOf(refused, updates), code);
		// What was refused for more than a lock would be refused again: only this page offers it.
		if (code === CLOSE.LOCKED) this.#kept.refuse(updates);
		this.doc = new Y.Doc();
		this.awareness = new Awareness(this.doc);
		this.awareness.setLocalState(presence);
		this.status = 'connecting';
		this.#connect();
		this.#noteSaved();
	}

	#offer(updates: Uint8Array[], words: string[], code: number): OfferedBack {
		return {
			words,
			changes: updates.length,
			mayPutBack: code === CLOSE.LOCKED,
			putBack: () => {
				this.#kept.refuse([]);
				this.offeredBack = null;
				Y.applyUpdate(this.doc, Y.mergeUpdates(updates), this);
			},
			dismiss: () => {
				this.#kept.refuse([]);
				this.offeredBack = null;
				this.#kept.keep(this.#sent.updates);
			}
		};
	}

	#drop(): void {
		if (this.status === 'closed') return;
		this.#provider.disconnect();
	}

	#letGo(): void {
		this.doc.off('update', this.#noteChange);
		this.#provider.destroy();
		this.awareness.destroy();
	}
}
