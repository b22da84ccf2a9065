import * as v from 'valibot';
import type * as Y from 'yjs';
import { boardDocument, newBoardId, type Note } from '../../../src/lib/domain/board.ts';
import {
	apartDocument,
	notesApart,
	type HandedIn,
	type PrivateNotes
} from '../../../src/lib/domain/board-apart.ts';
import { asItLies, inColumns } from '../../../src/lib/domain/board-arranging.ts';
import { addNote, notesOf, removeNote } from '../../../src/lib/domain/board-notes.ts';
import { sheetsOf } from '../../../src/lib/domain/board-sheets.ts';
import { dotsIn, type Voting } from '../../../src/lib/domain/board-votes.ts';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import type { DocumentId, PersonId, StepId } from '../../../src/lib/domain/ids.ts';
import { boardTemplate } from '../../../src/lib/domain/exercises/of-step.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, handedInOf, roomDocument, stepOf } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { shuffled } from '../room/shuffled.ts';
import type { Command, Outcome } from './command.ts';
import { id } from './input.ts';
import { ANONYMOUS_LEAST } from './reveals.ts';
import { stepOfPlan } from './stage.ts';

/** Notes that each writes alone in a board's step, and that are flipped together (S11). */

export const boardNoteId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{12}$/));

export const writePrivately: Command<'write-privately'> = {
	input: v.object({ step: id<'step'>(), as: v.picklist(['named', 'anonymous', 'over']) }),
	run({ room }, { step, as }) {
		boardOf(room, step);
		const before = room.state.privateNotes.get(step);
		if (as === 'over' && !before?.going) throw notGoing();
		const next: PrivateNotes = as === 'over' ? { as: before!.as, going: false } : { as, going: true };
		return {
			...handedBack(room, step, 'notes'),
			room: (doc) => void roomDocument(doc).privateNotes.set(step, next)
		};
	}
};

export const handIn: Command<'hand-in'> = {
	input: v.object({ step: id<'step'>(), what: v.picklist(['notes', 'votes']), given: v.boolean() }),
	everyday: true,
	run({ room, me }, { step, what, given }) {
		const folder = room.sheetOf(step, me.person);
		mustBeGoing(room, step, what);
		if (!folder) throw nothingThere(what);
		const key = handedInOf(step, me.person, what);
		return {
			documents: [
				[
					folder.id,
					(doc) => {
						if (given) mustHoldSomething(doc, what, room.state.voting.get(step));
						mark(apartDocument(doc).given, what, given);
					}
				]
			],
			desk: (doc) => {
				const { handedIn } = deskDocument(doc);
				if (given) handedIn.set(key, what);
				else handedIn.delete(key);
			}
		};
	}
};

export const flipNotes: Command<'flip-notes'> = {
	input: v.object({ step: id<'step'>() }),
	async run({ room }, { step }) {
		const board = boardOf(room, step);
		const writing = room.state.privateNotes.get(step);
		if (!writing?.going) throw notGoing();
		const template = boardTemplate(stepOfPlan(room, step)) ?? '';
		const sheet = await room.content.read(board, (doc) =>
			sheetsOf(boardDocument(doc), template).find(({ hidden }) => !hidden)
		);
		if (!sheet)
			throw new Refusal('conflict', 'Every sheet is put away. Show one first, then flip the notes.');
		const givers = handedInBy(room, step, 'notes');
		/** Gathered from the folders in the same unit in which they are put on the board. */
		const gathered: { author: PersonId; id: string; note: Note }[] = [];
		const isNameless = writing.as === 'anonymous';
		const gather = (author: PersonId) => (doc: Y.Doc) => {
			const folder = apartDocument(doc);
			for (const note of notesApart(doc)) {
				const flipped = { author, id: newBoardId(), note };
				gathered.push(flipped);
				removeNote(folder.board, note.id);
				if (isNameless) folder.nameless.set(flipped.id, true);
			}
			folder.given.delete('notes');
		};
		const put = (doc: Y.Doc) => {
			mustBeEnough(isNameless, new Set(gathered.map(({ author }) => author)).size);
			const shared = boardDocument(doc);
			const taken = notesOf(shared).filter(({ place }) => place.sheet === sheet.id);
			const ordered = isNameless ? shuffled(gathered) : gathered;
			const spots = inColumns(
				ordered.map(({ note }) => note),
				taken.map(asItLies)
			);
			// A colour that one person chose for all of theirs would tell which belong together.
			for (const [index, { author, id: known, note }] of ordered.entries()) {
				addNote(shared, {
					...{ id: known, kind: 'note', sheet: sheet.id, spot: spots[index]!, words: note.words },
					...(isNameless ? { by: null } : { by: author, tint: note.tint })
				});
			}
		};
		return {
			documents: [
				...givers.map(({ person, folder }): [DocumentId, (doc: Y.Doc) => void] => [
					folder.id,
					gather(person)
				]),
				[board, put]
			],
			room: (doc) => void roomDocument(doc).privateNotes.set(step, { ...writing, going: false }),
			desk: (doc) => {
				const { handedIn, authors } = deskDocument(doc);
				for (const { person } of givers) handedIn.delete(handedInOf(step, person, 'notes'));
				if (isNameless) for (const { id: known, author } of gathered) authors.set(known, author);
			}
		};
	}
};

export const takeBackNote: Command<'take-back-note'> = {
	input: v.object({ step: id<'step'>(), note: boardNoteId }),
	run({ room, me }, { step, note }) {
		const board = room.documents.board.get(step);
		const folder = room.sheetOf(step, me.person);
		if (!board || room.state.authors.get(note) !== me.person) {
			throw new Refusal('not-found', 'There is nothing of yours to take back.');
		}
		return {
			documents: [
				[board, (doc) => removeNote(boardDocument(doc), note)],
				...(folder ? [[folder.id, (doc: Y.Doc) => apartDocument(doc).nameless.delete(note)] as const] : [])
			] as Outcome['documents'] & object,
			desk: (doc) => void deskDocument(doc).authors.delete(note),
			after: async () => {
				await room.content.scrub(board);
				await room.content.scrub(room.documents.desk);
			}
		};
	}
};

/** One's own folder in a board's step. It names no reader: what is in it is shown by flipping alone (S09, S11). */
export async function folderApart(room: LiveRoom, step: StepId, author: PersonId): Promise<DocumentHead> {
	const known = room.sheetOf(step, author);
	if (known) return known;
	const head = await room.content.create({
		...{ kind: 'folder', group: room.group.id, session: room.session.id, owner: author, step },
		...{ readers: [], readsWhen: 'after-done' }
	});
	room.documents.sheet.set(stepOf(step, author), head);
	return head;
}

/** The board of a step that has been on the stage. */
export function boardOf(room: LiveRoom, step: StepId): DocumentId {
	const board = room.documents.board.get(step);
	if (!board) throw new Refusal('conflict', 'There is no board in this step yet.');
	return board;
}

/** Those who have handed something in, with their folders. */
export function handedInBy(room: LiveRoom, step: StepId, what: HandedIn) {
	return room.placements.flatMap(({ person }) => {
		const folder = room.sheetOf(step, person);
		return folder && room.state.handedIn.has(handedInOf(step, person, what)) ? [{ person, folder }] : [];
	});
}

/** A consent was for one way of showing: when that changes or ends, nobody has given any. */
export function handedBack(
	room: LiveRoom,
	step: StepId,
	what: HandedIn
): Pick<Outcome, 'documents' | 'desk'> {
	const givers = handedInBy(room, step, what);
	return {
		documents: givers.map(({ folder }) => [
			folder.id,
			(doc: Y.Doc) => void apartDocument(doc).given.delete(what)
		]),
		desk: (doc) => {
			for (const { person } of givers) deskDocument(doc).handedIn.delete(handedInOf(step, person, what));
		}
	};
}

function mustBeGoing(room: LiveRoom, step: StepId, what: HandedIn): void {
	if (what === 'notes' && !room.state.privateNotes.get(step)?.going) throw notGoing();
	const voting = room.state.voting.get(step);
	if (what === 'votes' && (!voting || voting.shown))
		throw new Refusal('conflict', 'Nobody is voting just now.');
}

function mustHoldSomething(doc: Y.Doc, what: HandedIn, voting: Voting | undefined): void {
	const count = what === 'notes' ? notesApart(doc).length : voting ? dotsIn(doc, voting).size : 0;
	if (count === 0) throw nothingThere(what);
}

const nothingThere = (what: HandedIn) =>
	new Refusal(
		'invalid',
		what === 'notes' ? 'You have not written anything yet.' : 'You have not put a dot on anything yet.'
	);

function mustBeEnough(isNameless: boolean, people: number): void {
	if (people === 0) throw new Refusal('conflict', 'Nobody has handed in a note yet.');
	if (!isNameless || people >= ANONYMOUS_LEAST) return;
	throw new Refusal(
		'conflict',
		`Notes without names are flipped when at least ${ANONYMOUS_LEAST} people have handed theirs in; now it is ${people}.`
	);
}

function mark(map: Y.Map<boolean>, key: string, isSet: boolean): void {
	if (isSet) map.set(key, true);
	else map.delete(key);
}

const notGoing = () => new Refusal('conflict', 'Nobody is writing privately just now.');
