import type { Page } from '@playwright/test';
import { count } from './counted-media.ts';

const LISTENING_S = 15;

/** The share of the voices that reaches each page within a while and is heard as gaps, 0-1: concealed, and not in a silence. */
export async function gapsHeard(pages: readonly Page[]): Promise<number[]> {
	const before = await Promise.all(pages.map(count));
	await new Promise((resolve) => setTimeout(resolve, LISTENING_S * 1_000));
	const after = await Promise.all(pages.map(count));
	return after.map(({ samples, gaps }, index) => {
		const then = before[index];
		return (gaps - (then?.gaps ?? 0)) / (samples - (then?.samples ?? 0));
	});
}
