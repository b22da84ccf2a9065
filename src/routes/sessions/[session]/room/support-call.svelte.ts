import type { OwnLine } from '#lib/domain/room.ts';

type Send = (text: string) => Promise<{ delivered: boolean }>;

/** A call for help (S02): sent again and again until it arrives, and truthful about where it is. */
export class SupportCall {
	state = $state<'idle' | 'sending' | 'sent' | 'failed'>('idle');
	#delivered = $state(false);
	#sentAt = 0;
	readonly #post: Send;
	readonly #now: () => number;

	constructor(post: Send, now: () => number) {
		this.#post = post;
		this.#now = now;
	}

	async send(text: string): Promise<void> {
		this.state = 'sending';
		this.#sentAt = this.#now();
		try {
			const { delivered } = await this.#post(text);
			this.#delivered = delivered;
			this.state = 'sent';
		} catch {
			// Translated: the words then say that nobody was reached, and the numbers stay in sight.
			this.state = 'failed';
		}
	}

	again(): void {
		this.state = 'idle';
	}

	/** Where the call is now. `last` is the last call for help on the person's own line. */
	words(leaders: string, last: OwnLine | null): string {
		if (this.state === 'sending')
			return 'Sending… We keep trying until it arrives. You need not wait: call a number above.';
		if (this.state === 'failed') return 'This did not reach anyone. Please call one of the numbers above.';
		const seenBy = last && last.at >= this.#sentAt - SAME_CALL_MS ? last.seenBy : [];
		if (seenBy.length > 0) return `${seenBy.join(' and ')} has seen that you need support.`;
		return this.#delivered
			? `Delivered to ${leaders}. Nobody has said yet that they have seen it.`
			: `It is written down for ${leaders}, but nobody who leads is connected now. Please call one of the numbers above if it cannot wait.`;
	}
}

/** The server stamps the line a little before or after this device thinks that it was sent. */
const SAME_CALL_MS = 10_000;
