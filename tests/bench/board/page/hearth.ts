import { mount, unmount } from 'svelte';
import {
	applyAwarenessUpdate,
	Awareness,
	encodeAwarenessUpdate,
	removeAwarenessStates
} from 'y-protocols/awareness';
import * as Y from 'yjs';
import Board from '../../../../src/lib/board/Board.svelte';
import { packLiveInk } from '../../../../src/lib/board/live-ink.ts';
import { boardDocument, newBoardId } from '../../../../src/lib/domain/board.ts';
import { addStroke, putPiece } from '../../../../src/lib/domain/board-strokes.ts';
import { newId, type PersonId } from '../../../../src/lib/domain/ids.ts';
import { nextFrame, type Approach } from './approach.ts';
import type { SampleStroke } from './sample-ink.ts';

const ME = newId<'person'>() as PersonId;
const PEN = { sheet: '1', pen: 'plum' as const, width: 4, marker: false };

/** What others have drawn, as it comes from the server. */
export function documentOf(strokes: SampleStroke[], people = 12): Uint8Array {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const authors = Array.from({ length: people }, () => newId<'person'>() as PersonId);
	strokes.forEach((stroke, turn) => {
		const by = authors[turn % people]!;
		// A transaction each, as they came one by one.
		addStroke(board, { ...stroke, by, sheet: '1', turn });
	});
	return Y.encodeStateAsUpdate(doc);
}

/** One other person's hand: what it shows while it draws, and what it leaves. */
export class RemoteHand {
	readonly #doc = new Y.Doc();
	readonly #awareness = new Awareness(this.#doc);
	readonly #person = newId<'person'>() as PersonId;
	#stroke = newBoardId();

	show(points: SampleStroke['ink']['points']): Uint8Array {
		const [x, y] = points.at(-1)!;
		const ink = packLiveInk({ ...PEN, stroke: this.#stroke, piece: 0, ink: { points, pressed: false } });
		this.#awareness.setLocalState({ person: this.#person, cursor: { sheet: '1', x, y }, ink });
		return encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]);
	}

	commit(points: SampleStroke['ink']['points']): Uint8Array {
		const before = Y.encodeStateVector(this.#doc);
		const stroke = { ...PEN, by: this.#person, turn: 100_000, ink: { points, pressed: false } };
		putPiece(boardDocument(this.#doc), this.#stroke, stroke);
		this.#stroke = newBoardId();
		return Y.encodeStateAsUpdate(this.#doc, before);
	}

	leave(): void {
		removeAwarenessStates(this.#awareness, [this.#awareness.clientID], 'gone');
		this.#awareness.destroy();
	}
}

/** Our board itself, as a room shows it; `hear` and `take` are what its connection would bring. */
export interface HearthApproach extends Approach {
	load(update: Uint8Array): Promise<void>;
	hear(presence: Uint8Array): void;
	take(update: Uint8Array): void;
}

export function hearth(host: HTMLElement): HearthApproach {
	const doc = new Y.Doc();
	const awareness = new Awareness(doc);
	const other = new RemoteHand();
	let remote: SampleStroke['ink']['points'] = [];
	let board: ReturnType<typeof mount> | null = null;

	const approach: HearthApproach = {
		open: (strokes) => approach.load(documentOf(strokes)),
		async load(update) {
			Y.applyUpdate(doc, update, 'server');
			board = mount(Board, {
				target: host,
				props: {
					...{
						doc,
						awareness,
						mayEdit: true,
						leads: false,
						template: 'blank',
						restore: null,
						pictures: null
					},
					...{ me: { person: ME, name: 'Ana' }, names: new Map() }
				}
			});
			while (!isPainted(host)) await nextFrame();
			await nextFrame();
		},
		hear: (presence) => applyAwarenessUpdate(awareness, presence, 'server'),
		take: (update) => Y.applyUpdate(doc, update, 'server'),
		drawRemote(points) {
			remote = points;
			approach.hear(other.show(points));
		},
		liftRemote: () => approach.take(other.commit(remote)),
		close() {
			if (board) void unmount(board);
			other.leave();
			awareness.destroy();
			doc.destroy();
			host.replaceChildren();
		}
	};
	return approach;
}

/** The ink is moved into place when all of it has been painted. */
const isPainted = (host: HTMLElement) =>
	(host.querySelector<HTMLElement>('.ink')?.style.transform ?? 'none') !== 'none';
