import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const DEBIANS = '/usr/bin/firefox-esr';

/** Gives it a camera and a microphone that are not real, and lets media go from this machine to itself. */
const PREFERENCES = {
	'media.navigator.streams.fake': true,
	'media.navigator.permission.disabled': true,
	'media.autoplay.default': 0,
	'media.peerconnection.ice.loopback': true
};

/** Where Firefox is, or null. Playwright drives a Firefox of its own build only; this is the one that people have. */
function firefoxPath(): string | null {
	return [process.env.HEARTH_FIREFOX, DEBIANS].find((path) => path && existsSync(path)) ?? null;
}

/** Why tests with Firefox cannot run here, or null when they can. */
export function firefoxMissing(): string | null {
	return firefoxPath()
		? null
		: 'Firefox is not installed (apt-get install firefox-esr): tests between Firefox and Chromium are left out';
}

/** Firefox, spoken to by WebDriver BiDi. */
export function startFirefox(): Promise<Browser> {
	return puppeteer.launch({
		browser: 'firefox',
		executablePath: firefoxPath() ?? DEBIANS,
		headless: true,
		defaultViewport: { width: 1280, height: 800 },
		extraPrefsFirefox: PREFERENCES
	});
}

/** Presses the button of this name as soon as it can be pressed. */
export function press(page: Page, name: string): Promise<void> {
	return page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}
