import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { NARROW, SMALLEST, type Screen } from '../tour/look.ts';

/** Looked at anew in the second theme; the rest of a page is the same in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** For what changes at a change of width or theme. */
const SETTLE_MS = 200;

/** What axe finds in either theme, and whether the screen is too wide for a small phone, or a room scrolls twice: a line each. */
export async function faultsOfScreen(page: Page, { name, only }: Omit<Screen, 'title'>): Promise<string[]> {
	const before = page.viewportSize()!;
	const faults: string[] = [];
	if (only === 'narrow') await page.setViewportSize(NARROW);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.waitForTimeout(SETTLE_MS);
		const axe = new AxeBuilder({ page }).setLegacyMode();
		if (colorScheme === 'dark') axe.withRules(RULES_OF_COLOUR);
		const { violations } = await axe.analyze();
		faults.push(...violations.map(({ id, nodes }) => `${name}, ${colorScheme}: ${id} ${nodes[0]?.html}`));
	}
	if (only !== 'wide') {
		await page.setViewportSize(SMALLEST);
		const { width, roomHeight } = await page.evaluate(() => {
			const { scrollWidth, scrollHeight } = document.documentElement;
			return { width: scrollWidth, roomHeight: document.querySelector('#stage') ? scrollHeight : 0 };
		});
		if (width > SMALLEST.width) faults.push(`${name}: ${width} px wide`);
		if (roomHeight > SMALLEST.height) faults.push(`${name}: a room ${roomHeight} px high scrolls as a whole`);
	}
	await page.setViewportSize(before);
	return faults;
}
