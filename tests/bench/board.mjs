import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * node tests/bench/board.mjs [--json] [--strokes 500,2000,5000] [--approaches hearth,svg,canvas]
 *
 * Measures our board in Chromium beside a plain SVG and a canvas that draws everything anew, in one run on one
 * machine. Works under the Node that `npm` came with: the measuring itself runs on the product's own.
 */
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const bin = join(here, '../../node_modules/.bin');
const node = existsSync(join(bin, 'node')) ? join(bin, 'node') : process.execPath;
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };

run([join(here, '../browser.mjs')], ['ignore', 'ignore', 'inherit']);
// What the compiler is told stands in a file that SvelteKit makes.
run([join(bin, 'svelte-kit'), 'sync'], ['ignore', 'ignore', 'inherit']);
run([join(here, 'board/bench.ts'), ...process.argv.slice(2)], 'inherit');

/**
 * @param {string[]} words
 * @param {import('node:child_process').StdioOptions} stdio
 */
function run(words, stdio) {
	const { status, error } = spawnSync(node, words, { stdio, env });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}
