import type * as Y from 'yjs';
import type { ArtifactBody, ArtifactHead } from '../../src/lib/domain/artifact.ts';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { isInk } from '../../src/lib/domain/board-json.ts';
import { removeNote } from '../../src/lib/domain/board-notes.ts';
import { removeShape, shapesOf } from '../../src/lib/domain/board-shape.ts';
import { removeStroke, strokesOf } from '../../src/lib/domain/board-strokes.ts';
import type { DocumentKind } from '../../src/lib/domain/documents.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { deskDocument, doorDocument, roomDocument, stepOf } from '../../src/lib/domain/room.ts';
import type { Papers } from './papers.ts';

/** Where a person's own worksheet stands. */
const SHEETS: readonly DocumentKind[] = ['folder', 'own', 'homework'];

interface Taken {
	row: ArtifactHead;
	body: ArtifactBody;
	item: string | undefined;
	by: PersonId;
}

/**
 * The room's own papers outlive the sign-off by a day: what is taken back meanwhile leaves them too,
 * so that neither a restart nor a restored snapshot brings it back (S12).
 */
export async function removeFromPapers(papers: Papers, taken: Taken): Promise<void> {
	const heads = await papers.ofSession(taken.row.session);
	for (const head of heads) {
		const change = changeFor(
			head.kind,
			taken,
			head.owner === taken.row.owner && (head.kind === 'door' || head.step === taken.row.step)
		);
		if (!change) continue;
		await papers.change([{ id: head.id, change }]);
		await papers.scrub(head.id);
	}
}

function changeFor(
	kind: DocumentKind,
	{ row, body, item, by }: Taken,
	isTheirs: boolean
): ((doc: Y.Doc) => void) | null {
	if (item !== undefined) {
		if (kind === 'room') return (doc) => removeLine(doc, item);
		if (kind === 'board' && body.kind === 'board' && isTheirs) return (doc) => removeWork(doc, item, by);
		return kind === 'desk' ? (doc) => void deskDocument(doc).authors.delete(item) : null;
	}
	if (body.kind === 'worksheet' && SHEETS.includes(kind) && isTheirs) return empty;
	if (body.kind === 'check-in' && kind === 'desk' && row.step && row.owner) {
		const key = stepOf(row.step, row.owner);
		return (doc) => void deskDocument(doc).checkIns.delete(key);
	}
	if (body.kind === 'check-in' && kind === 'door' && row.step && isTheirs) {
		const { step } = row;
		return (doc) => void doorDocument(doc).given.delete(step);
	}
	return null;
}

function removeLine(doc: Y.Doc, item: string): void {
	const { reveals, chat } = roomDocument(doc);
	for (const list of [reveals, chat]) {
		const at = list.toArray().findIndex((one) => one.id === item);
		if (at >= 0) list.delete(at);
	}
}

/** One note, or everything its author drew. */
function removeWork(doc: Y.Doc, item: string, by: PersonId): void {
	const board = boardDocument(doc);
	if (!isInk(item)) return removeNote(board, item);
	for (const stroke of strokesOf(board)) if (stroke.by === by) removeStroke(board, stroke.id);
	for (const shape of shapesOf(board)) if (shape.by === by) removeShape(board, shape.id);
}

/** A sheet's words are root texts, everything else on it stands in root maps. */
function empty(doc: Y.Doc): void {
	for (const name of [...doc.share.keys()]) {
		if (name.startsWith('text:')) doc.getText(name).delete(0, doc.getText(name).length);
		else doc.getMap(name).clear();
	}
}
