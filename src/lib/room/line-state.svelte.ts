import type * as Y from 'yjs';
import type { OwnCaptions } from '#lib/domain/captions.ts';
import { lineDocument, THE, type OwnLine } from '#lib/domain/room.ts';
import { watchDocument } from './watch-document.ts';

const NUDGE_LASTS_MS = 120_000;

/** A member's private line with the facilitators, and who opened what of theirs (S15). */
export class LineState {
	readonly #watch: () => void;
	readonly #root: ReturnType<typeof lineDocument>;

	constructor(doc: Y.Doc) {
		this.#root = lineDocument(doc);
		this.#watch = watchDocument(doc);
	}

	readonly lines: OwnLine[] = $derived.by(() => {
		this.#watch();
		return this.#root.lines.toArray();
	});

	readonly openings = $derived.by(() => {
		this.#watch();
		return this.#root.openings.toArray();
	});

	/** Whether I was asked to type captions, or offered to. */
	readonly captions: OwnCaptions | null = $derived.by(() => {
		this.#watch();
		return this.#root.captions.get(THE) ?? null;
	});

	/** The openings at this moment, for code that looks by itself. */
	read(): LineState['openings'] {
		return this.#root.openings.toArray();
	}

	/** The last call for help, to say whether somebody has seen it (S02). */
	readonly lastSupport = $derived(this.lines.findLast((line) => line.kind === 'support') ?? null);

	/** The last nudge of the past minutes: an older one has nothing to say any more. */
	recentNudge(now: number): OwnLine | null {
		const last = this.lines.findLast((line) => line.kind === 'nudge');
		return last && now - last.at < NUDGE_LASTS_MS ? last : null;
	}
}
