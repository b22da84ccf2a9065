import type { Feeling } from './check-ins.ts';

/**
 * Words for where a feeling stands, by thirds of the pad. Rows from stirred up to calm, columns from unpleasant to
 * pleasant: the two sides that most pictures of feelings agree on, after Russell (1980).
 */
const WORDS: readonly (readonly (readonly string[])[])[] = [
	[
		['tense', 'afraid', 'angry', 'overwhelmed'],
		['restless', 'wide awake', 'surprised', 'on edge'],
		['excited', 'joyful', 'full of life', 'proud']
	],
	[
		['uneasy', 'hurt', 'ashamed', 'disappointed'],
		['mixed', 'thoughtful', 'unsure', 'all right'],
		['glad', 'hopeful', 'thankful', 'warm']
	],
	[
		['sad', 'lonely', 'empty', 'worn out'],
		['quiet', 'sleepy', 'slow', 'far away'],
		['calm', 'at ease', 'content', 'safe']
	]
];

const SIDE = 10;
const THIRDS = 3;

/** Words that may fit; those that were chosen stay, wherever the feeling has moved since. */
export function feelingWords({ pleasant, stirred, words }: Feeling): string[] {
	const third = (value: number) => Math.min(THIRDS - 1, Math.floor((value / SIDE) * THIRDS));
	const near = WORDS[THIRDS - 1 - third(stirred)]?.[third(pleasant)] ?? [];
	return [...words.filter((word) => !near.includes(word)), ...near];
}

export function isFeelingWord(word: string): boolean {
	return WORDS.flat(2).includes(word);
}
