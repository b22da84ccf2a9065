import { boardDrawings } from '../../src/lib/domain/board-drawing.ts';
import { boardSvg } from '../../src/lib/domain/board-svg.ts';
import { boardText } from '../../src/lib/domain/board-text.ts';
import type { ArtifactId, PersonId } from '../../src/lib/domain/ids.ts';
import type { SingleReview } from '../../src/lib/domain/review.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import { boardPdf } from './pdf/board-pdf.ts';
import type { Reviews } from './reviews.ts';

type BoardForm = 'svg' | 'pdf' | 'txt';

interface BoardFile {
	/** Says nothing but the day (S08). */
	name: string;
	type: string;
	bytes: Buffer;
}

/** A kept board as a file of its own: what its reader may see of it, and nothing else (R22, R47). */
export class BoardFiles {
	readonly #ground: Pick<Ground, 'store'>;
	readonly #reviews: Pick<Reviews, 'one'>;

	constructor(ground: Pick<Ground, 'store'>, reviews: Pick<Reviews, 'one'>) {
		this.#ground = ground;
		this.#reviews = reviews;
	}

	/**
	 * Null when there is no such board or sheet, or it is not the asker's to read: these look the same (R21). An SVG
	 * holds one sheet, counted from 1. Taking it out is audited (R52).
	 */
	async get(
		asker: Asker,
		id: ArtifactId,
		{ form, sheet }: { form: BoardForm; sheet: number }
	): Promise<BoardFile | null> {
		const review = await this.#reviews.one(asker, id);
		if (review?.artifact.body.kind !== 'board') return null;
		const file = await fileOf(review, form, sheet);
		if (!file) return null;
		const event = { person: asker.person, action: 'artifact.export', object: `artifact:${id}`, detail: form };
		await this.#ground.store.writer.commit([], [event]);
		return file;
	}
}

async function fileOf(review: SingleReview, form: BoardForm, sheet: number): Promise<BoardFile | null> {
	const { artifact, session, names } = review;
	if (artifact.body.kind !== 'board') return null;
	const { board } = artifact.body;
	const day = new Date(session.startsAt).toISOString().slice(0, 10);
	switch (form) {
		case 'svg': {
			const drawing = boardDrawings(board)[sheet - 1];
			if (!drawing) return null;
			const bytes = Buffer.from(boardSvg(drawing, 'light'));
			return { name: `hearth-${day}-sheet-${sheet}.svg`, type: 'image/svg+xml', bytes };
		}
		case 'pdf':
			return { name: `hearth-${day}-board.pdf`, type: 'application/pdf', bytes: await boardPdf(review) };
		case 'txt': {
			const lines = boardText(board, new Map(Object.entries(names) as [PersonId, string][]));
			const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`);
			return { name: `hearth-${day}-board.txt`, type: 'text/plain; charset=utf-8', bytes };
		}
	}
}
