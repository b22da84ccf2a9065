import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { CAPTION_CHARACTERS, CAPTIONS_BURST, CAPTIONS_PER_SECOND } from '../../src/lib/protocol/limits.ts';
import { captionMessage, type TypedCaption } from '../../src/lib/protocol/messages.ts';
import type { Access } from './access.ts';
import type { Connection } from './connection.ts';
import { frameOf } from './frame.ts';
import { ProtocolError } from './protocol-error.ts';

/** What one connection sends of captions. They pass, and nothing of them is kept anywhere. */
export class CaptionInlet {
	readonly #connection: Connection;
	readonly #access: Access;
	readonly #now: () => number;
	#left = CAPTIONS_BURST;
	#filledAt: number;

	constructor(connection: Connection, access: Access, now: () => number) {
		this.#connection = connection;
		this.#access = access;
		this.#now = now;
		this.#filledAt = now();
	}

	/**
	 * Passes a line on to those who are in the same place now and asked for captions. What somebody sends who was not
	 * agreed on, or too fast, is dropped without a word. Throws ProtocolError.
	 */
	hear(typed: TypedCaption): void {
		const { person, document } = this.#connection;
		const { kind, session } = document.head;
		if (kind !== 'room') throw new ProtocolError(CLOSE.MALFORMED, 'captions belong to the room', null);
		if (typed.text.length > CAPTION_CHARACTERS) throw new ProtocolError(CLOSE.TOO_LARGE, 'caption too long');
		if (!this.#take() || !this.#access.mayCaption(session, person)) return;
		const frame = frameOf(captionMessage({ person, ...typed }));
		for (const other of document.audience) {
			const wants = other !== this.#connection && other.caller.wantsCaptions;
			if (wants && this.#access.isTogether(session, person, other.person)) other.outlet.sendIfRead(frame);
		}
	}

	#take(): boolean {
		const now = this.#now();
		const seconds = Math.max(0, now - this.#filledAt) / 1000;
		this.#filledAt = now;
		this.#left = Math.min(CAPTIONS_BURST, this.#left + seconds * CAPTIONS_PER_SECOND);
		if (this.#left < 1) return false;
		this.#left -= 1;
		return true;
	}
}
