import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * node tests/bench/sync.mjs [--json] [--per-room 30] [--servers hearth,relay]
 *
 * Measures our document server against a raw relay and Hocuspocus, in one run on one machine.
 * Works under the Node that `npm` came with: the measuring itself runs on the product's own.
 */
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const productNode = join(here, '../../node_modules/.bin/node');
const node = existsSync(productNode) ? productNode : process.execPath;

if (!existsSync(join(here, 'node_modules/@hocuspocus/server'))) {
	console.error('Installing the servers to measure against (tests/bench/package-lock.json)...');
	run('npm', ['ci', '--loglevel', 'error', '--prefix', here], ['ignore', 'ignore', 'inherit']);
}
run(node, [join(here, 'bench.ts'), ...process.argv.slice(2)], 'inherit');

/**
 * @param {string} command
 * @param {string[]} words
 * @param {import('node:child_process').StdioOptions} stdio
 */
function run(command, words, stdio) {
	const { status, error } = spawnSync(command, words, { stdio });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}
