import type { BrowserContext, Page } from '@playwright/test';

declare global {
	interface Window {
		/** How often this page has asked for a camera or microphone since it was loaded. */
		asked: number;
		opened: MediaStreamTrack[];
	}
}

/** Counts what every page of a browser asks of its devices, and keeps what it was given. */
export function watchDevices(context: BrowserContext): Promise<unknown> {
	return context.addInitScript(() => {
		window.asked = 0;
		window.opened = [];
		const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
		if (!mediaDevices) return;
		const open = mediaDevices.getUserMedia.bind(mediaDevices);
		mediaDevices.getUserMedia = async (constraints) => {
			window.asked += 1;
			const stream = await open(constraints);
			window.opened.push(...stream.getTracks());
			return stream;
		};
	});
}

export const askedFor = (page: Page) => page.evaluate(() => window.asked);

/** What a page sees when somebody pulls the plug of a device that is on. */
export function unplug(page: Page, kind: 'audio' | 'video'): Promise<void> {
	return page.evaluate((of) => {
		const track = window.opened.findLast((one) => one.kind === of && one.readyState === 'live');
		track?.stop();
		track?.dispatchEvent(new Event('ended'));
		navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
	}, kind);
}

/** And when a device is plugged in. */
export function plugIn(page: Page): Promise<boolean> {
	return page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
}

/** The tile of a person; Ana is not a part of Dana. */
export const tileOf = (page: Page, name: string) =>
	page.locator('.tile', { hasText: new RegExp(`\\b${name}\\b`) });

/** How many pictures of a person a page has painted, by the name on their tile. */
export function framesOn(page: Page, name: string): Promise<number> {
	return tileOf(page, name).evaluate(
		(tile) => tile.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0
	);
}
