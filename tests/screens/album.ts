import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { NARROW, SMALLEST, WIDE, type Screen } from '../tour/look.ts';

const THEMES = ['light', 'dark'] as const;
/** How wide a window is, and how wide its picture is in the index. */
const LAYOUTS = [
	{ layout: 'wide', window: WIDE, shown: 360 },
	{ layout: 'narrow', window: NARROW, shown: 120 },
	{ layout: 'smallest', window: SMALLEST, shown: 100 }
] as const;

/** The layouts that a screen is pictured in. */
const layoutsOf = ({ only, isOnSmallest = false }: Screen) =>
	LAYOUTS.filter(({ layout }) => (layout === 'smallest' ? isOnSmallest : (only ?? layout) === layout));
/** Of a picture; text stays sharp and a hundred pictures stay small. */
const QUALITY = 75;
/** For what appears at a change of width or theme. */
const SETTLE_MS = 350;

/** Pictures of every screen in its layouts and both themes, and a page that shows them. */
export class Album {
	readonly #folder: string;
	readonly #screens: Screen[] = [];

	constructor(folder: string) {
		this.#folder = folder;
		mkdirSync(folder, { recursive: true });
	}

	/** Takes away what an earlier run made. */
	empty(): void {
		for (const file of readdirSync(this.#folder)) {
			if (file.endsWith('.webp')) rmSync(join(this.#folder, file));
		}
	}

	take = async (page: Page, screen: Screen): Promise<void> => {
		const before = page.viewportSize() ?? WIDE;
		const camera = await page.context().newCDPSession(page);
		for (const { window } of layoutsOf(screen)) {
			await page.setViewportSize(window);
			if (!screen.isRoom) await makeTall(page);
			for (const colorScheme of THEMES) {
				await page.emulateMedia({ colorScheme });
				await page.waitForTimeout(SETTLE_MS);
				const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
				const file = fileOf(screen, window.width, colorScheme);
				writeFileSync(join(this.#folder, file), Buffer.from(data, 'base64'));
			}
		}
		await page.emulateMedia({ colorScheme: 'light' });
		await page.setViewportSize(before);
		await camera.detach();
		this.#screens.push(screen);
		console.log(screen.name);
	};

	/** README.md: every screen with its pictures. */
	writeIndex(): void {
		const parts = this.#screens.map((screen) => {
			const pictures = layoutsOf(screen).flatMap(({ window: { width }, shown }) =>
				THEMES.map((theme) => {
					const file = fileOf(screen, width, theme);
					return `<a href="${file}"><img src="${file}" width="${shown}" alt="${screen.title}, ${width} wide, ${theme}"></a>`;
				})
			);
			return `## ${screen.title}\n\n${pictures.join('\n')}\n`;
		});
		const head = `# Every screen\n\nMade by \`npm run screens\` from the demonstration: 1280 and 390 pixels wide, what members have on the smallest phones also 320, light and dark. The people are invented.\n`;
		writeFileSync(join(this.#folder, 'README.md'), [head, ...parts].join('\n'));
	}
}

/** As tall as the page is, so that what sticks to the window's edge hides nothing. */
async function makeTall(page: Page): Promise<void> {
	const { width, height } = page.viewportSize() ?? WIDE;
	const whole = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width, height: Math.max(height, whole) });
}

function fileOf({ name }: Screen, width: number, theme: string): string {
	return `${name}-${width}-${theme}.webp`;
}
