import { colourName } from '../../../src/lib/domain/board-pens.ts';
import { drawnInText } from '../../../src/lib/domain/board-text.ts';
import type { Artifact, ArtifactBody } from '../../../src/lib/domain/artifact.ts';
import { boardDrawings } from '../../../src/lib/domain/board-drawing.ts';
import { changeLine, changesSince } from '../../../src/lib/domain/check-in-ratings.ts';
import { checkInLines } from '../../../src/lib/domain/check-in-words.ts';
import {
	boardInWords,
	checkInsBefore,
	flagInWords,
	numbersInWords,
	takenBackInWords,
	withdrawnInWords,
	type Review
} from '../../../src/lib/domain/review.ts';
import { scoreInWords } from '../../../src/lib/domain/score-words.ts';
import { changeInWords } from '../../../src/lib/domain/worksheet-changes.ts';
import { worksheetSections, type WorksheetJson } from '../../../src/lib/domain/worksheet-record.ts';
import { drawSheet } from './draw-sheet.ts';
import type { TaggedPdf } from './tagged-pdf.ts';
import { heading, type Level, list, paragraph, table } from './writing.ts';

interface Around extends Pick<Review, 'names' | 'session' | 'mine'> {
	/** Of the headings inside it. */
	level: 3 | 4;
}

/** One artifact, as its page shows it. */
export function writeArtifact(pdf: TaggedPdf, artifact: Artifact, around: Around): void {
	const { body } = artifact;
	const zone = around.session.zone;
	const time = (at: number) =>
		new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }).format(at);
	switch (body.kind) {
		case 'worksheet':
		case 'table':
			return writeSheet(pdf, body.sheet, around.level);
		case 'board':
			return writeBoard(pdf, { title: artifact.title, ...body }, around.names);
		case 'check-in':
			return list(
				pdf,
				checkInWords(body, around.mine).map((words) => ({ words }))
			);
		case 'numbers':
			return list(
				pdf,
				body.questions.map((one) => ({ words: numbersInWords(one) }))
			);
		case 'reveals':
			return writeReveals(pdf, body);
		case 'chat':
			list(
				pdf,
				body.lines.map(({ text, name, at }) => ({ words: text, from: `${name}, ${time(at)}` }))
			);
			return writeTakenBack(pdf, body.withdrawn, 'line');
		case 'flags':
			return list(
				pdf,
				body.flags.map((flag) => ({
					words: `${flag.name}: ${flagInWords(flag)}, ${time(flag.at)}`,
					...(flag.state.is === 'cleared' ? { from: `Cleared: ${flag.state.outcome}` } : {})
				}))
			);
		case 'withdrawn':
			return paragraph(pdf, withdrawnInWords(artifact, zone), { quiet: true });
	}
}

function writeSheet(pdf: TaggedPdf, sheet: WorksheetJson, level: Level): void {
	if (sheet.score) {
		for (const line of scoreInWords(sheet.score, 'author')) paragraph(pdf, line);
		paragraph(pdf, sheet.score.credit, { quiet: true });
	}
	for (const section of worksheetSections(sheet)) {
		heading(pdf, level, section.label);
		if (section.table) table(pdf, section.table.head, section.table.rows);
		else for (const line of section.lines) paragraph(pdf, line);
	}
	if (sheet.changes.length > 0) {
		heading(pdf, level, 'What changed');
		list(
			pdf,
			sheet.changes.map((change) => ({ words: changeInWords(change) }))
		);
	}
}

/** How high the first picture of an artifact stands, which its heading is not to be parted from. */
export function firstHeight(pdf: TaggedPdf, { body }: Artifact): number | undefined {
	if (body.kind !== 'board') return undefined;
	const [first] = boardDrawings(body.board);
	return first && (pdf.width / first.width) * first.height;
}

function writeBoard(
	pdf: TaggedPdf,
	{ title, board }: { title: string } & Extract<ArtifactBody, { kind: 'board' }>,
	names: Review['names']
): void {
	boardDrawings(board).forEach((drawing, index) => {
		const height = (pdf.width / drawing.width) * drawing.height;
		const alt = boardInWords(title, board, index);
		pdf.figure(alt, height, (x, y) => drawSheet(pdf, drawing, { x, y, width: pdf.width }));
		pdf.gap(8);
	});
	const things = board.sheets.flatMap((sheet) => [
		...sheet.notes.map((note) => ({ ...note, colour: colourName(note) })),
		...drawnInText(sheet)
	]);
	if (things.length === 0) return;
	heading(pdf, 3, 'Text on the board');
	list(
		pdf,
		things.map(({ words, by, zone, colour }) => ({
			words,
			from: [by ? names[by] : 'Without a name', zone, colour].filter(Boolean).join(', ')
		}))
	);
}

function writeReveals(
	pdf: TaggedPdf,
	{ items, withdrawn }: Extract<ArtifactBody, { kind: 'reveals' }>
): void {
	for (const label of new Set(items.map((item) => item.label))) {
		heading(pdf, 3, label);
		const answers = items.filter((item) => item.label === label);
		list(
			pdf,
			answers.map(({ lines, name }) => ({ words: lines.join('\n'), from: name ?? 'Without a name' }))
		);
	}
	writeTakenBack(pdf, withdrawn, 'answer');
}

function writeTakenBack(pdf: TaggedPdf, count: number, what: 'answer' | 'line'): void {
	if (count > 0) paragraph(pdf, takenBackInWords(count, what), { quiet: true });
}

function checkInWords(
	body: Extract<ArtifactBody, { kind: 'check-in' }>,
	mine: readonly Pick<Artifact, 'body'>[]
): string[] {
	const before = checkInsBefore(
		mine.map((one) => one.body),
		body
	);
	return [
		...checkInLines(body).map(({ title, words }) => `${title}: ${words}`),
		...changesSince(before, body).map((change) => `Since coming in. ${changeLine(change)}`)
	];
}
