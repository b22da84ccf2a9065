import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import type { Look } from '../tour/look.ts';
import { takeTour } from '../tour/whole-tour.ts';

/** One tour of every screen, with the room in all its states; what was found on it is told below. */
const found = { faults: [] as string[], refused: [] as string[] };

// A picture of every step of a tour this long would cost more than the tour.
test.use({ trace: 'off', screenshot: 'off' });

let demo: Demo;
demoOfFile((started) => (demo = started));

test('axe clean on every screen in both themes; each fits a small phone; none asks for what our policy refuses (R39)', async ({
	browser
}) => {
	const style = { reducedMotion: 'reduce' as const };
	const listening = (page: Page) => {
		page.on('console', (said) => {
			if (/Content Security Policy/.test(said.text())) found.refused.push(`${page.url()}: ${said.text()}`);
		});
		return page;
	};
	await takeTour({
		...{ browser, demo, look },
		as: async (name) => listening(await signedIn(browser, demo, name, style)),
		asVisitor: async () => listening(await (await browser.newContext(style)).newPage())
	});
	expect(found).toEqual({ faults: [], refused: [] });
});

const look: Look = async (page, screen) => {
	found.faults.push(...(await faultsOfScreen(page, screen)));
};
