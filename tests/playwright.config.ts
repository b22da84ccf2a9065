import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/chromium.ts';

export default defineConfig({
	testDir: './e2e',
	outputDir: '../test-results',
	// Pages with live media share two cores: one test at a time.
	workers: 1,
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
