import type { Browser, Page } from '@playwright/test';
import type { Demo } from '../support/demo.ts';

/** A screen of the product, by the words that people have for it. */
export interface Screen {
	/** For files: 'room-check-in'. */
	name: string;
	/** For people: 'Check-in, as a member has it'. */
	title: string;
	/** Where it differs by more than its layout: the other width has a screen of its own. */
	only?: 'wide' | 'narrow';
	/** Members meet it on the smallest phones too: it is pictured there as well. */
	isOnSmallest?: boolean;
	/** Fills the window and never scrolls as a whole, such as the room. */
	isRoom?: boolean;
}

/** What is done at each screen: a picture is taken, or it is checked. */
export type Look = (page: Page, screen: Screen) => Promise<void>;

export interface Tour {
	browser: Browser;
	demo: Demo;
	look: Look;
	/** A browser of their own for a person of the demonstration, signed in. */
	as(name: string): Promise<Page>;
	/** A browser of nobody's. */
	asVisitor(): Promise<Page>;
}

/** Widths of the room's two layouts. */
export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 390, height: 844 };
/** What everything must still fit (WCAG 2.2, 1.4.10). */
export const SMALLEST = { width: 320, height: 640 };

export async function hrefOf(page: Page, pattern: RegExp): Promise<string> {
	const hrefs = await page
		.locator('a')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	const found = hrefs.find((href) => pattern.test(href));
	if (!found) throw new Error(`No link like ${pattern} on ${page.url()}.`);
	return found;
}
