import type { Page } from '@playwright/test';
import { NARROW, WIDE } from './look.ts';

/** Everyone who is in the room. */
export interface Guests {
	dana: Page;
	ana: Page;
	ben: Page;
	chris: Page;
}

/** Into one of the two layouts, for what differs by more than that. */
export async function inLayout(page: Page, layout: 'wide' | 'narrow'): Promise<void> {
	await page.setViewportSize(layout === 'wide' ? WIDE : NARROW);
}
