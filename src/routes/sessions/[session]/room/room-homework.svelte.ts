import type { SessionId } from '#lib/domain/ids.ts';
import { refusalOf, wordsFor } from '#lib/room/read-refusal.ts';
import type { HomeworkHere } from '../../homework-here.ts';

/** What the room looks back at and sets to do: asked for anew whenever the room says that something has changed. */
export class RoomHomework {
	here = $state.raw<HomeworkHere | null>(null);
	trouble = $state('');
	readonly #session: SessionId;

	constructor(session: SessionId) {
		this.#session = session;
	}

	async look(): Promise<void> {
		try {
			const response = await fetch(`/sessions/${this.#session}/homework`);
			const body: unknown = await response.json().catch(() => null);
			if (!response.ok) throw refusalOf(response.status, body as Record<string, unknown> | null);
			this.here = body as HomeworkHere;
			this.trouble = '';
		} catch (error) {
			this.trouble = wordsFor(error);
		}
	}

	/** Looks now, and again every so often while somebody shows it: how far others are changes meanwhile. */
	watch(): () => void {
		void this.look();
		const again = setInterval(() => void this.look(), LOOK_AGAIN_MS);
		return () => clearInterval(again);
	}
}

const LOOK_AGAIN_MS = 20_000;
