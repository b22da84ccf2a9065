import type { Artifact, ArtifactBody } from '../../src/lib/domain/artifact.ts';
import type { BoardJson } from '../../src/lib/domain/board-json.ts';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { checkInLines } from '../../src/lib/domain/check-in-words.ts';
import { listed } from '../../src/lib/domain/readers.ts';
import { worksheetSections } from '../../src/lib/domain/worksheet-record.ts';
import type { Names } from './names.ts';

/** What a person is shown before they take something back. */
export interface WithdrawalQuestion {
	session: SessionId;
	title: string;
	/** The words in question. */
	lines: string[];
	/** Whom it is taken back from: 'the group', names, or 'nobody' when it was theirs alone. */
	from: string;
	/** Whether the author keeps a copy that they alone can read. */
	staysWithAuthor: boolean;
}

/** Null when it is not the asker's, or not there any more. */
export function whatToWithdraw(
	{ person }: { person: PersonId },
	{ artifact, item }: { artifact: Artifact; item: string | undefined },
	names: Names
): WithdrawalQuestion | null {
	const { session, title, body, mine, owner, readers } = artifact;
	if (item !== undefined) {
		const lines = mine.includes(item) ? linesOfItem(body, item) : null;
		return lines && { session, title, lines, from: 'the group', staysWithAuthor: false };
	}
	if (owner !== person || body.kind === 'withdrawn') return null;
	const from = readers.length > 0 ? listed(readers.map((reader) => names.of(reader))) : 'nobody';
	return { session, title, lines: firstLines(body), from, staysWithAuthor: readers.length > 0 };
}

function linesOfItem(body: ArtifactBody, item: string): string[] | null {
	if (body.kind === 'reveals') return body.items.find(({ id }) => id === item)?.lines ?? null;
	if (body.kind === 'board') return linesOnBoard(body.board, item);
	if (body.kind !== 'chat') return null;
	const line = body.lines.find(({ id }) => id === item);
	return line ? [line.text] : null;
}

function linesOnBoard({ sheets }: BoardJson, item: string): string[] | null {
	const note = sheets.flatMap(({ notes }) => notes).find(({ id }) => id === item);
	if (note) return [note.words];
	const countOf = (drawn: { item?: string }[], what: string) => {
		const count = drawn.filter((one) => one.item === item).length;
		return count === 0 ? [] : [count === 1 ? `1 ${what}` : `${count} ${what}s`];
	};
	const drawn = [
		...countOf(
			sheets.flatMap(({ strokes }) => strokes),
			'line'
		),
		...countOf(
			sheets.flatMap(({ shapes = [] }) => shapes),
			'shape'
		)
	];
	return drawn.length === 0 ? null : [`Everything you drew on this board: ${drawn.join(' and ')}.`];
}

/** Enough to know it by. */
function firstLines(body: ArtifactBody): string[] {
	if (body.kind === 'worksheet') return worksheetSections(body.sheet)[0]?.lines ?? [];
	if (body.kind !== 'check-in') return [];
	return checkInLines(body).map(({ title, words }) => `${title}: ${words}`);
}
