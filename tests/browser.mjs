// Makes sure that there is a browser for the tests: Playwright's own, else Debian's chromium.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const DEBIANS = '/usr/bin/chromium';
const quietly = { stdio: ['ignore', 'ignore', 'ignore'] };

if (process.env.HEARTH_CHROMIUM && existsSync(process.env.HEARTH_CHROMIUM)) done(process.env.HEARTH_CHROMIUM);
if (existsSync(chromium.executablePath())) done(chromium.executablePath());
if (existsSync(DEBIANS)) done(DEBIANS);

console.log('No browser yet; asking Playwright for its own…');
spawnSync('playwright', ['install', 'chromium'], { ...quietly, timeout: 300_000 });
if (existsSync(chromium.executablePath())) done(chromium.executablePath());

console.log('Playwright could not download one; asking Debian for chromium…');
spawnSync('apt-get', ['update'], quietly);
spawnSync('apt-get', ['install', '-y', 'chromium'], quietly);
if (existsSync(DEBIANS)) done(DEBIANS);

console.error(
	'There is no browser to test with. Neither `playwright install chromium` nor `apt-get install chromium` worked: ' +
		'install one of them by hand, or set HEARTH_CHROMIUM to the path of a Chromium.'
);
process.exit(1);

function done(path) {
	console.log(`Testing with ${path}`);
	process.exit(0);
}
