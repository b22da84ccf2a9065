import type { BoardJson } from './board-json.ts';
import type { PersonId } from './ids.ts';

/**
 * The words on a kept board, a line each, in reading order: 'Ana, In our hands: my bedtime'.
 * People who are not in `names` are left out of the line: their work is kept, not who they were.
 */
export function boardText(board: BoardJson, names: ReadonlyMap<PersonId, string> = new Map()): string[] {
	return board.sheets.flatMap((sheet, index) => {
		const lines = sheet.notes.map(({ by, zone, words }) => {
			const about = [by && names.get(by), zone].filter((part) => part);
			const said = words.trim().replaceAll(/\s*\n\s*/g, ' / ');
			return about.length > 0 ? `${about.join(', ')}: ${said}` : said;
		});
		return board.sheets.length > 1 ? [`Sheet ${index + 1}`, ...lines] : lines;
	});
}
