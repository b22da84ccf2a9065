import type * as Y from 'yjs';
import { doorDocument, THE, type Door, type OwnLine } from '#lib/domain/room.ts';
import { watchDocument } from './watch-document.ts';

/** All that a waiting person is told (S20): their place, whether someone is in, and their own line. */
export class DoorState {
	readonly #watch: () => void;
	readonly #root: ReturnType<typeof doorDocument>;

	constructor(doc: Y.Doc) {
		this.#root = doorDocument(doc);
		this.#watch = watchDocument(doc);
	}

	/** Null until the server's word has come. */
	readonly door = $derived.by(() => {
		this.#watch();
		return this.read();
	});

	/** The same at this moment, for code that is told of each update itself. */
	read(): Door | null {
		return this.#root.door.get(THE) ?? null;
	}

	readonly lines: OwnLine[] = $derived.by(() => {
		this.#watch();
		return this.#root.lines.toArray();
	});
}
