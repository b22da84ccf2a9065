import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/chromium.ts';

/** Tests whose pages send live voices and faces. */
const WITH_MEDIA =
	/(blur|call|call-[a-z]+|firefox|go-between|idle-mesh|leading|looking-on|practice-call|rooms-return|sfu-[a-z]+|shared-screen|side-room|story|suffering-device)\.spec\.ts$/;

export default defineConfig({
	testDir: './e2e',
	outputDir: '../test-results',
	workers: 2,
	projects: [
		// What counts packets and frames has the machine to itself: one test at a time, and `tests/run.mjs` runs them by themselves.
		{ name: 'media', testMatch: WITH_MEDIA, workers: 1 },
		{ name: 'pages', testIgnore: WITH_MEDIA }
	],
	timeout: 900_000,
	expect: { timeout: 20_000 },
	reporter: [['list']],
	forbidOnly: Boolean(process.env.CI),
	// Media share two cores with whatever else the machine does: what passes on a second try is listed as flaky.
	retries: process.env.CI ? 2 : 0,
	use: {
		browserName: 'chromium',
		actionTimeout: 20_000,
		navigationTimeout: 60_000,
		launchOptions: launchOptions(),
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure'
	}
});
