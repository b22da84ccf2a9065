import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * What the benches share: each is started under the Node that `npm` came with, and measures on the product's own.
 */
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const bin = join(here, '../../node_modules/.bin');
const node = existsSync(join(bin, 'node')) ? join(bin, 'node') : process.execPath;
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };

/** @type {import('node:child_process').StdioOptions} */
const ERRORS_ALONE = ['ignore', 'ignore', 'inherit'];

/** Runs a bench of this folder with the words of this command line. @param {string} script */
export function bench(script) {
	run(node, [join(here, script), ...process.argv.slice(2)], 'inherit');
}

/** Gets a browser ready to be measured in, and what the compiler of its page is told. */
export function prepareBrowser() {
	run(node, [join(here, '../browser.mjs')], ERRORS_ALONE);
	run(node, [join(bin, 'svelte-kit'), 'sync'], ERRORS_ALONE);
}

/** Installs the servers to measure against, which the product itself does not need. */
export function preparePeers() {
	if (existsSync(join(here, 'node_modules/@hocuspocus/server'))) return;
	console.error('Installing the servers to measure against (tests/bench/package-lock.json)...');
	run('npm', ['ci', '--loglevel', 'error', '--prefix', here], ERRORS_ALONE);
}

/**
 * @param {string} command
 * @param {string[]} words
 * @param {import('node:child_process').StdioOptions} stdio
 */
function run(command, words, stdio) {
	const { status, error } = spawnSync(command, words, { stdio, env });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}
