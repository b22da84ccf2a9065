import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { spokenSound } from './spoken-sound.ts';

const DEBIANS = '/usr/bin/chromium';

/** Flags that keep a test's browser on this machine, and give it a camera and a microphone that are not real. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--use-fake-ui-for-media-stream',
	'--use-fake-device-for-media-stream=device-count=2',
	`--use-file-for-fake-audio-capture=${spokenSound()}`
];

/** How to start the browser that `tests/browser.mjs` found. */
export function launchOptions(): LaunchOptions {
	const chosen = [process.env.HEARTH_CHROMIUM, chromium.executablePath(), DEBIANS].find(
		(path) => path && existsSync(path)
	);
	return { args: FLAGS, ...(chosen ? { executablePath: chosen } : {}) };
}
