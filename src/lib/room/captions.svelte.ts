import { CAPTION_CHARACTERS } from '#lib/protocol/limits.ts';
import type { Caption } from '#lib/domain/captions.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { LiveDocument } from './live-document.ts';

/** How long a line can be read back, and how many of them: then it is gone for good. */
const READABLE_MS = 90_000;
const READABLE_LINES = 12;
/** The growing line is told this often. */
const TELL_EVERY_MS = 250;

type Wire = Pick<LiveDocument, 'hearCaptions' | 'tellCaption'>;

export interface HeardCaption extends Caption {
	/** When its last letter came, by this device's clock. */
	at: number;
}

/** The captions that reached this page, for a short while. They are in no document and nowhere else. */
export class Captions {
	#lines = $state.raw<HeardCaption[]>([]);
	readonly #me: PersonId;
	readonly #room: Wire;
	readonly #now: () => number;
	readonly #stop: () => void;
	/** My own line. It goes on from what I typed before a reload, as its number is the time it began. */
	#mine: { line: number; told: string } | null = null;
	#telling: ReturnType<typeof setTimeout> | undefined;
	#wish = '';

	constructor(room: Wire, me: PersonId, now: () => number = Date.now) {
		this.#room = room;
		this.#me = me;
		this.#now = now;
		this.#stop = room.hearCaptions((caption) => this.#take(caption));
	}

	/** What can still be read at a time, the oldest first. */
	readableAt(now: number): HeardCaption[] {
		return this.#lines.filter(({ at }) => now - at < READABLE_MS);
	}

	/** What I am typing, as it stands now. */
	type(text: string): void {
		this.#wish = text.slice(0, CAPTION_CHARACTERS);
		this.#telling ??= setTimeout(() => this.#tell(false), TELL_EVERY_MS);
	}

	/** My line is done: the next one begins. */
	finish(text: string): void {
		this.#wish = text.slice(0, CAPTION_CHARACTERS);
		if (this.#wish.trim() !== '' || this.#mine?.told) this.#tell(true);
		this.#mine = null;
		this.#wish = '';
	}

	close(): void {
		this.#stop();
		clearTimeout(this.#telling);
		this.#lines = [];
	}

	#tell(isDone: boolean): void {
		clearTimeout(this.#telling);
		this.#telling = undefined;
		const mine = (this.#mine ??= { line: this.#now(), told: '' });
		if (!isDone && mine.told === this.#wish) return;
		mine.told = this.#wish;
		const typed = { line: mine.line, text: this.#wish, isDone };
		this.#room.tellCaption(typed);
		this.#take({ person: this.#me, ...typed });
	}

	#take(caption: Caption): void {
		const now = this.#now();
		const isSame = ({ person, line }: Caption) => person === caption.person && line === caption.line;
		const others = this.readableAt(now).filter((one) => !isSame(one));
		const place = this.readableAt(now).findIndex(isSame);
		const taken = { ...caption, text: caption.text.slice(0, CAPTION_CHARACTERS), at: now };
		if (taken.text.trim() === '') this.#lines = others;
		else if (place < 0) this.#lines = [...others, taken].slice(-READABLE_LINES);
		else this.#lines = others.toSpliced(place, 0, taken);
	}
}
