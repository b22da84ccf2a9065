import type { BoardJson, SheetJson } from './board-json.ts';
import { shapeInWords } from './board-shape-words.ts';
import type { PersonId } from './ids.ts';

/**
 * The words on a kept board, a line each, in reading order: 'Ana, In our hands: my bedtime'; then its shapes.
 * People who are not in `names` are left out of the line: their work is kept, not who they were.
 */
export function boardText(board: BoardJson, names: ReadonlyMap<PersonId, string> = new Map()): string[] {
	return board.sheets.flatMap((sheet, index) => {
		const things = [...sheet.notes, ...shapesInText(sheet)];
		const lines = things.map(({ by, zone, words }) => {
			const about = [by && names.get(by), zone].filter((part) => part);
			const said = words.trim().replaceAll(/\s*\n\s*/g, ' / ');
			return about.length > 0 ? `${about.join(', ')}: ${said}` : said;
		});
		return board.sheets.length > 1 ? [`Sheet ${index + 1}`, ...lines] : lines;
	});
}

/** Shapes and stamps as words; a line that somebody drew by hand has none. */
export function shapesInText({ shapes = [], notes }: Pick<SheetJson, 'shapes' | 'notes'>) {
	const wordsOn = (id: string) => notes.find((note) => note.id === id)?.words;
	return shapes.map((shape) => ({ by: shape.by, zone: shape.zone, words: shapeInWords(shape, wordsOn) }));
}
