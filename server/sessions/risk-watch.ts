import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { DocumentId } from '../../src/lib/domain/ids.ts';
import { tellsRisks } from '../../src/lib/domain/readers.ts';
import { stepOf } from '../../src/lib/domain/room.ts';
import type { Ground } from '../app.ts';
import { logFault } from '../http/fault-log.ts';
import type { LiveRoom } from './room/live-room.ts';
import { tellOfRisks } from './room/tell-of-risks.ts';

/** How long changes of a sheet are gathered before it is read: a flag is there within a second (S04). */
const GATHER_MS = 250;

/** Reads a sheet anew soon after each change to it that is durable, and tells the facilitators of its risk answers (S03). */
export class RiskWatch {
	readonly #now: Ground['now'];
	readonly #due = new Map<DocumentId, NodeJS.Timeout>();
	#closed = false;

	constructor({ now }: Pick<Ground, 'now'>) {
		this.#now = now;
	}

	/** A change to a document of this room is on the disk. */
	changed(room: LiveRoom, head: DocumentHead): void {
		if (this.#closed || !isTold(room, head) || this.#due.has(head.id)) return;
		const look = () => {
			this.#due.delete(head.id);
			this.#look(room, head).catch((error: unknown) => logFault('risk watch', error));
		};
		this.#due.set(head.id, setTimeout(look, GATHER_MS).unref());
	}

	close(): void {
		this.#closed = true;
		for (const look of this.#due.values()) clearTimeout(look);
	}

	async #look(room: LiveRoom, head: DocumentHead): Promise<void> {
		await room.inTurn(async () => {
			// Signed off, nobody looks at the desk any more, and what is kept of it is settled.
			if (this.#closed || room.session.state === 'signed-off' || !isTold(room, head)) return;
			const desk = await tellOfRisks(room, [head], this.#now());
			if (desk) await room.carryOut({ desk });
		});
	}
}

function isTold(room: LiveRoom, head: DocumentHead): boolean {
	if (head.step === null || head.owner === null) return false;
	return tellsRisks(head, room.state.progress.get(stepOf(head.step, head.owner)) ?? null);
}
