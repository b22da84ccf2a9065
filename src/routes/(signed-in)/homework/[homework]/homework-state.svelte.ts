import type { HomeworkId, HomeworkProgress } from '#lib/domain/homework.ts';
import type { ArtifactId, DocumentId, PersonId } from '#lib/domain/ids.ts';
import { DocumentConnection } from '#lib/room/document-connection.svelte.ts';
import { guardLeaving } from '#lib/room/leave-guard.ts';
import { refusalOf, wordsFor } from '#lib/room/read-refusal.ts';
import { openUnsentStore, type UnsentStore } from '#lib/room/unsent-store.ts';

interface Opened {
	homework: { id: HomeworkId; mine: { artifact: ArtifactId | null } };
	document: DocumentId;
	person: PersonId;
	/** 'My own device': unsent words may be kept on it over a reload (R43). */
	ownDevice: boolean;
}

const SIGNED_OUT = 401;
const SAVED_CHECK_MS = 200;

/** One's own sheet between sessions, on the road that the room's sheets go. */
export class HomeworkState {
	connection = $state.raw<DocumentConnection | null>(null);
	trouble = $state('');
	/** What was kept when it was done. */
	artifact = $state.raw<ArtifactId | null>(null);
	readonly #opened: Opened;
	#unsent: UnsentStore | undefined;

	constructor(opened: Opened) {
		this.#opened = opened;
		this.artifact = opened.homework.mine.artifact;
	}

	/** Opens the sheet for as long as the page shows it. */
	enter(): () => void {
		let isLeft = false;
		void this.#connect(() => isLeft);
		const stopAsking = guardLeaving(() => {
			const { saved } = this.connection ?? {};
			return saved && saved.state !== 'saved' && !(this.#unsent?.isSettled ?? false) ? saved.count : 0;
		});
		return () => {
			isLeft = true;
			stopAsking();
			this.connection?.close();
		};
	}

	async #connect(isLeft: () => boolean): Promise<void> {
		const { document, person, ownDevice, homework } = this.#opened;
		// Some browsers keep nothing, in a private window for one: then the page asks before it goes.
		this.#unsent = ownDevice ? await openUnsentStore(person).catch(() => undefined) : undefined;
		if (isLeft()) return;
		const isSignedIn = async () => (await fetch(`/homework/${homework.id}/progress`)).status !== SIGNED_OUT;
		this.connection = new DocumentConnection({
			...{ url: location.origin, document, isSignedIn },
			...(this.#unsent ? { unsent: this.#unsent } : {})
		});
	}

	/** Says how far one is, once every word before it has reached the server. */
	async reach(progress: HomeworkProgress): Promise<void> {
		this.trouble = '';
		try {
			if (progress === 'done') await this.#allSaved();
			const response = await fetch(`/homework/${this.#opened.homework.id}/progress`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ progress })
			});
			const body = (await response.json().catch(() => null)) as { artifact?: ArtifactId } | null;
			if (!response.ok) throw refusalOf(response.status, body as Record<string, unknown> | null);
			this.artifact = body?.artifact ?? null;
		} catch (error) {
			this.trouble = wordsFor(error);
		}
	}

	async #allSaved(): Promise<void> {
		while (this.connection && this.connection.saved.state !== 'saved') {
			if (this.connection.status === 'closed') return;
			await new Promise((resolve) => setTimeout(resolve, SAVED_CHECK_MS));
		}
	}
}
