import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * node tests/bench/call.mjs [--json] [--people 2,3,4,6] [--rounds 5] [--carriers bare,mesh]
 *
 * Measures our call in Chromium beside a bare page with PeerJS, in interleaved rounds of one run on one
 * machine. Works under the Node that `npm` came with: the measuring itself runs on the product's own.
 */
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const bin = join(here, '../../node_modules/.bin');
const node = existsSync(join(bin, 'node')) ? join(bin, 'node') : process.execPath;
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };

run([join(here, '../browser.mjs')], ['ignore', 'ignore', 'inherit']);
// What the compiler is told stands in a file that SvelteKit makes.
run([join(bin, 'svelte-kit'), 'sync'], ['ignore', 'ignore', 'inherit']);
run([join(here, 'call/bench.ts'), ...process.argv.slice(2)], 'inherit');

/**
 * @param {string[]} words
 * @param {import('node:child_process').StdioOptions} stdio
 */
function run(words, stdio) {
	const { status, error } = spawnSync(node, words, { stdio, env });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}
