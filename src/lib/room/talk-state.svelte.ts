import type * as Y from 'yjs';
import { talkDocument, type Help } from '#lib/domain/breakout-talk.ts';
import { THE, type ChatLine } from '#lib/domain/room.ts';
import { watchDocument } from './watch-document.ts';

/** What the people of a breakout say among themselves, and whether they called for a facilitator. */
export class TalkState {
	readonly #watch: () => void;
	readonly #root: ReturnType<typeof talkDocument>;

	constructor(doc: Y.Doc) {
		this.#root = talkDocument(doc);
		this.#watch = watchDocument(doc);
	}

	readonly chat: ChatLine[] = $derived.by(() => {
		this.#watch();
		return this.#root.chat.toArray();
	});

	readonly help: Help | null = $derived.by(() => {
		this.#watch();
		return this.#root.help.get(THE) ?? null;
	});
}
