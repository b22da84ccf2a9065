import type { BoardJson, NoteJson, SheetJson, StrokeJson } from './board-json.ts';
import { colourName } from './board-pens.ts';
import { shapeInWords } from './board-shape-words.ts';
import type { PersonId } from './ids.ts';

/**
 * The words on a kept board, a line each, in reading order: 'Ana, In our hands: my bedtime (sun)'; then what is drawn.
 * People who are not in `names` are left out of the line: their work is kept, not who they were.
 */
export function boardText(board: BoardJson, names: ReadonlyMap<PersonId, string> = new Map()): string[] {
	return board.sheets.flatMap((sheet, index) => {
		const things = [...sheet.notes.map(noteInText), ...drawnInText(sheet)];
		const lines = things.map(({ by, zone, colour, words }) => {
			const about = [by && names.get(by), zone].filter((part) => part);
			const said = `${words.trim().replaceAll(/\s*\n\s*/g, ' / ')}${colour === null ? '' : ` (${colour})`}`;
			return about.length > 0 ? `${about.join(', ')}: ${said}` : said;
		});
		return board.sheets.length > 1 ? [`Sheet ${index + 1}`, ...lines] : lines;
	});
}

interface InText {
	by: PersonId | null;
	zone: string | null;
	/** Its name: a colour is never all that tells two things apart. */
	colour: string | null;
	words: string;
}

const noteInText = (note: NoteJson): InText => ({
	...{ by: note.by, zone: note.zone, words: note.words },
	colour: note.words.trim() === '' ? null : colourName(note)
});

/** Shapes and stamps as words, then how many lines each person drew by hand in each colour. */
export function drawnInText({ shapes = [], notes, strokes }: SheetJson): InText[] {
	const wordsOn = (id: string) => notes.find((note) => note.id === id)?.words;
	const named = shapes.map((shape) => ({
		...{ by: shape.by, zone: shape.zone, colour: colourName(shape) },
		words: shapeInWords(shape, wordsOn)
	}));
	return [...named, ...linesInText(strokes)];
}

function linesInText(strokes: readonly StrokeJson[]): InText[] {
	const alike = Map.groupBy(strokes, ({ by, pen }) => `${by} ${pen}`);
	return [...alike.values()].map((lines) => ({
		...{ by: lines[0]!.by, zone: null, colour: lines[0]!.pen },
		words: lines.length === 1 ? 'A line drawn by hand' : `${lines.length} lines drawn by hand`
	}));
}
