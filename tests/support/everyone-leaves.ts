import type { Browser } from '@playwright/test';

/**
 * Closes everybody's browser after the last test of a file. Playwright keeps one browser for all files: people left in
 * it would go on asking servers that are gone, and the next file would run beside them.
 */
export const everyoneLeaves = async ({ browser }: { browser: Browser }): Promise<void> => {
	await Promise.all(browser.contexts().map((context) => context.close()));
};
