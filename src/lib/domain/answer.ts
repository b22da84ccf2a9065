/**
 * An answer that explains itself: what was asked of it (options, ends of a scale, column heads) travels with it, so an
 * artifact reads the same after the exercise has changed.
 */
export type Answer =
	| { is: 'nothing' }
	| { is: 'words'; words: string }
	| { is: 'rating'; value: number; least: number; most: number }
	| { is: 'chosen'; options: { id: string; label: string }[] }
	| { is: 'yes-no'; yes: boolean }
	/** A day, as 2026-11-24. */
	| { is: 'date'; date: string }
	/** A time of day, as 07:30. */
	| { is: 'time'; time: string }
	| { is: 'number'; value: number; unit: string }
	/** Who has put their name to it. */
	| { is: 'agreed'; names: string[] }
	| { is: 'contact'; name: string; phone: string }
	| { is: 'table'; head: string[]; rows: Answer[][] };

export const NOTHING: Answer = { is: 'nothing' };

export function isNothing(answer: Answer): boolean {
	return answer.is === 'nothing';
}

/** The answer as lines of plain words; none when there is no answer. */
export function linesOf(answer: Answer): string[] {
	switch (answer.is) {
		case 'nothing':
			return [];
		case 'words':
			return answer.words.split('\n').filter((line) => line.trim() !== '');
		case 'rating':
			return [`${answer.value} of ${answer.most}`];
		case 'chosen':
			return answer.options.map((option) => option.label);
		case 'yes-no':
			return [answer.yes ? 'Yes' : 'No'];
		case 'date':
			return [dayInWords(answer.date)];
		case 'time':
			return [answer.time];
		case 'number':
			return [`${answer.value} ${answer.unit}`.trim()];
		case 'agreed':
			return [answer.names.join(', ')];
		case 'contact':
			return [[answer.name, answer.phone].filter(Boolean).join(', ')];
		case 'table':
			return answer.rows.map((cells) => lineOfRow(answer.head, cells));
	}
}

/** 'Hurt · How strong it was: 70 of 100'. Words stand alone, everything else with its head. */
function lineOfRow(head: string[], cells: Answer[]): string {
	const parts = cells.flatMap((cell, index) => {
		if (cell.is === 'yes-no') return cell.yes ? [head[index] ?? ''] : [];
		const words = linesOf(cell).join(cell.is === 'chosen' ? ', ' : ' ');
		if (words === '') return [];
		return cell.is === 'words' || cell.is === 'contact' ? [words] : [`${head[index]}: ${words}`];
	});
	return parts.join(' · ');
}

function dayInWords(date: string): string {
	const day = new Date(`${date}T00:00:00Z`);
	return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
