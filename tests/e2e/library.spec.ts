import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { EXERCISES } from '../../src/lib/domain/exercises/library.ts';
import { MEASURES } from '../../src/lib/domain/measures/measures.ts';
import { worksheetSections } from '../../src/lib/domain/worksheet-record.ts';
import { buildWorksheetPage } from '../support/build-worksheet-page.ts';
import { fillInByKeyboard } from '../support/fill-in-by-keyboard.ts';
import type { WorksheetPage } from '../support/worksheet-page/main.ts';

/** Every exercise and measure, on a real worksheet in a browser: by keyboard alone, on a phone of 320 pixels, for axe. */

declare global {
	interface Window {
		worksheetPage: WorksheetPage;
	}
}

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

let page: Page;
test.beforeAll(async ({ browser }) => {
	const built = await buildWorksheetPage();
	const context = await browser.newContext({ reducedMotion: 'reduce', viewport: PHONE });
	page = await context.newPage();
	await built.open(page);
});
test.afterAll(() => page.context().close());

const every = [...EXERCISES, ...MEASURES].flatMap((exercise) => [exercise, ...(exercise.variants ?? [])]);

for (const exercise of every) {
	test(`${exercise.title} (${exercise.id}) is filled in by keyboard alone on a phone, kept, and clean for axe`, async () => {
		await page.setViewportSize(PHONE);
		await page.evaluate((id) => window.worksheetPage.show(id), exercise.id);
		await fillInByKeyboard(page);

		const [kept, asked, progress] = await page.evaluate(
			() =>
				[window.worksheetPage.kept(), window.worksheetPage.asked(), window.worksheetPage.progress()] as const
		);
		expect(kept.fields.map((field) => field.id)).toEqual(asked);
		for (const section of worksheetSections(kept)) expect(section.lines.join('')).not.toBe('');
		if (exercise.sharing !== 'together') expect(progress).toBe('done');
		if (exercise.scoring) expect(kept.score?.total).toEqual(expect.any(Number));

		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(PHONE.width);
		await mustBeClean('light');
		await page.setViewportSize(DESK);
		await mustBeClean('dark');
	});
}

async function mustBeClean(colorScheme: 'light' | 'dark'): Promise<void> {
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}
