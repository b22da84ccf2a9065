import type { Page } from '@playwright/test';

/** What the pen has left on the sheet in front of a person, in sheet units; null when there is none. */
export interface SeenInk {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Reads the pixels of finished pen lines, which are painted and stand in no document. */
export const seenInk = (page: Page): Promise<SeenInk | null> =>
	page.evaluate(() => {
		const canvas = document.querySelector<HTMLCanvasElement>('.ink canvas:last-of-type')!;
		const { width, height } = canvas;
		const sheet = document.querySelector('.sheet')!.getBoundingClientRect();
		const on = canvas.getBoundingClientRect();
		const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
		const xs: number[] = [];
		const ys: number[] = [];
		for (let at = 3; at < pixels.length; at += 4) {
			if (pixels[at]! < 128) continue;
			const index = (at - 3) / 4;
			xs.push(index % width);
			ys.push(Math.floor(index / width));
		}
		if (xs.length === 0) return null;
		const scale = sheet.width / 1600;
		const across = (x: number) => Math.round((on.left + (x / width) * on.width - sheet.left) / scale);
		const down = (y: number) => Math.round((on.top + (y / height) * on.height - sheet.top) / scale);
		const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b));
		const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b));
		return { left: across(least(xs)), right: across(most(xs)), top: down(least(ys)), bottom: down(most(ys)) };
	});

/** How the sheet lies in the window, in CSS pixels. */
export const lieOf = (page: Page): Promise<{ x: number; y: number; width: number }> =>
	page.evaluate(() => {
		const { x, y, width } = document.querySelector('.sheet')!.getBoundingClientRect();
		return { x, y, width };
	});
