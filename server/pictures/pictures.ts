import type * as Y from 'yjs';
import { boardDocument } from '../../src/lib/domain/board.ts';
import type { PictureType } from '../../src/lib/domain/board-pictures.ts';
import { isPutAway } from '../../src/lib/domain/board-put-away.ts';
import { shapesOf } from '../../src/lib/domain/board-shape.ts';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import {
	newId,
	type DocumentId,
	type PersonId,
	type PictureId,
	type SessionId
} from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { insertPicture, pictureRow } from '../store/pictures.ts';
import type { PictureTable } from '../store/schema.ts';
import { WriteConflict } from '../store/writer.ts';
import type { Access } from '../sync/access.ts';
import type { Documents } from '../sync/documents.ts';
import { cleanPicture } from './clean-picture.ts';
import { openPicture, sealPicture } from './sealed-picture.ts';

interface Needs {
	access: Access;
	documents: Pick<Documents, 'head' | 'read'>;
}

/** Who asks, and about which board. */
export interface AtBoard {
	person: PersonId;
	session: SessionId;
	document: DocumentId;
}

/** Pictures on boards: taken in from those who may write there, given to those who see them there, and to nobody else. */
export class Pictures {
	readonly #ground: Ground;
	readonly #needs: Needs;

	constructor(ground: Ground, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	/** Takes a picture in, cleaned of all that is not seen. It is shown once its author puts it on the board. Throws Refusal. */
	async put(at: AtBoard, bytes: Uint8Array): Promise<{ id: PictureId; width: number; height: number }> {
		const head = await this.#board(at);
		if (!this.#needs.access.mayOpen(at.person, 'write', head)) {
			throw new Refusal('locked', 'Drawing is paused right now. Please try again in a moment.');
		}
		const { type, width, height, bytes: clean } = cleanPicture(bytes);
		const { store, vault, now } = this.#ground;
		const id = newId<'picture'>();
		const row: PictureTable = {
			...{ id, document: head.id, session: head.session, person: at.person, type, created_at: now() },
			bytes_sealed: sealPicture(vault, head.group, { id, bytes: clean })
		};
		const event = { person: at.person, action: 'picture.put', object: `document:${head.id}`, detail: type };
		try {
			await store.writer.commit([insertPicture(store.db, row)], [event]);
		} catch (error) {
			if (!(error instanceof WriteConflict)) throw error;
			throw new Refusal('too-many', 'There is no room for more pictures in this session.');
		}
		return { id, width, height };
	}

	/** Null when there is none, or it is not there for the asker: these look the same (R21). */
	async get(at: AtBoard, id: PictureId): Promise<{ type: PictureType; bytes: Buffer } | null> {
		const head = await this.#board(at);
		const { store, vault } = this.#ground;
		const row = await pictureRow(store.db, id);
		if (row?.document !== head.id) return null;
		const leads = this.#needs.access.leads(head.session, at.person);
		// Its author has it also when it was erased: undo brings it back.
		const isThere =
			row.person === at.person ||
			(await this.#needs.documents.read(head.id, (doc) => isOnBoard(doc, row, leads)));
		return isThere ? { type: row.type, bytes: openPicture(vault, head.group, row) } : null;
	}

	async #board({ person, session, document }: AtBoard): Promise<DocumentHead> {
		const head = await this.#needs.documents.head(document);
		if (head?.kind !== 'board' || head.session !== session) throw unknown();
		await this.#needs.access.prepare(session, head);
		if (!this.#needs.access.mayOpen(person, 'read', head)) throw unknown();
		return head;
	}
}

/** Whether its author shows it there. Nobody else brings it back once they have erased it (S12). */
export function isOnBoard(
	doc: Y.Doc,
	{ id, person }: Pick<PictureTable, 'id' | 'person'>,
	leads: boolean
): boolean {
	const board = boardDocument(doc);
	return shapesOf(board).some(
		(shape) =>
			shape.picture === id &&
			shape.by === person &&
			(leads || !(isPutAway(board, shape.id) || isPutAway(board, shape.place.sheet)))
	);
}

const unknown = () => new Refusal('not-found', 'There is no such board.');
