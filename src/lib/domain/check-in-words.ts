import { moodLabel } from './check-in.ts';
import { CHECK_INS, HOMEWORK_DONE, type CheckIn, type CheckInAnswers, isUnanswered } from './check-ins.ts';

/** A line of a check-in, as it is read afterwards. */
export interface CheckInLine {
	title: string;
	words: string;
}

/** What was answered, in the order of the card; nothing stands for what was left out. */
export function checkInLines(answers: CheckInAnswers): CheckInLine[] {
	return CHECK_INS.flatMap((one) =>
		isUnanswered(answers, one) ? [] : [{ title: one.title, words: inWords(answers, one) }]
	);
}

function inWords(answers: CheckInAnswers, one: CheckIn): string {
	switch (one.kind) {
		case 'mood':
			return `${moodLabel(answers.mood ?? 0)} (${answers.mood} of 10)`;
		case 'pad':
			return answers.feeling ? feelingInWords(answers.feeling) : '';
		case 'word':
			return answers.word;
		case 'homework':
			return HOMEWORK_DONE.find(({ id }) => id === answers.homework)?.label ?? '';
		case 'scale':
			return one.id === 'sleep'
				? `${answers.sleep} hours`
				: `${String(answers[one.id])} of ${one.scale.most}`;
	}
}

/** 'rather pleasant and rather calm: content, at ease' */
export function feelingInWords({ pleasant, stirred, words }: NonNullable<CheckInAnswers['feeling']>): string {
	const across = side(pleasant, ['unpleasant', 'pleasant']) ?? 'neither unpleasant nor pleasant';
	const up = side(stirred, ['calm', 'stirred up']) ?? 'neither calm nor stirred up';
	return `${across} (${pleasant}), ${up} (${stirred})${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
}

/** Null in the middle. */
function side(value: number, [low, high]: readonly [string, string]): string | null {
	const off = value - 5;
	if (Math.abs(off) < 1) return null;
	const word = off < 0 ? low : high;
	return Math.abs(off) >= 3.5 ? `very ${word}` : Math.abs(off) < 2 ? `a little ${word}` : word;
}
