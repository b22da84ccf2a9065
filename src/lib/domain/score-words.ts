import type { Score } from './scoring.ts';

/**
 * A measure's result as lines. Its author reads the number and what it is not; bands are for those who know how to
 * read them. A risk item that was left out is said to be so, never taken for 0.
 */
export function scoreInWords(score: Score, reader: 'author' | 'facilitator'): string[] {
	const { total, most, missing, higherIsBetter } = score;
	if (total === null) return [incomplete(missing), ...riskWords(score, reader)];
	const way = higherIsBetter ? 'Higher is better.' : 'Lower is better.';
	if (reader === 'author') {
		return [`Your total is ${total} of ${most}. ${way}`, 'It is one picture of this time, and no verdict.'];
	}
	const band = score.band ? `: ${score.band}` : '';
	const parts = score.parts.map(
		({ label, total: part, positive }) =>
			`${label}: ${part ?? 'incomplete'}${positive ? ', above the cut-off' : ''}`
	);
	return [`Total ${total} of ${most}${band}. ${way}`, ...parts, ...riskWords(score, reader), score.caution];
}

/** How a total moved since the one before; null when there is nothing to compare. */
export function movedInWords(
	before: number | null,
	{ total, changeFrom }: Pick<Score, 'total' | 'changeFrom'>
): string | null {
	if (before === null || total === null) return null;
	const by = Math.abs(total - before);
	if (by === 0) return 'The same as last time.';
	const size =
		changeFrom === null ? '' : by >= changeFrom ? ', a change beyond chance' : ', which may be chance';
	return `${by} ${total < before ? 'lower' : 'higher'} than last time${size}.`;
}

function incomplete(missing: number): string {
	const open = missing === 1 ? 'One question was' : `${missing} questions were`;
	return `Incomplete: ${open} left out, so there is no total.`;
}

function riskWords({ riskNotAnswered }: Score, reader: 'author' | 'facilitator'): string[] {
	return riskNotAnswered.length > 0 && reader === 'facilitator'
		? ['The question about harming oneself: not answered. That says nothing about the risk.']
		: [];
}
