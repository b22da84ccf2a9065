import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/*
 * npm run screens [-- --only room --into folder]
 *
 * Starts the demonstration on a free port and a folder that is thrown away, goes through every screen as the person
 * who has it, and puts pictures of each into docs/screens. Works under the Node that `npm` came with.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));

run(process.execPath, ['server/start.mjs', '--prepare-only']);
run(process.execPath, ['tests/browser.mjs']);
const packaged = join(root, 'node_modules/node/bin/node');
const node = existsSync(packaged) ? packaged : process.execPath;
run(node, ['tests/screens/take.ts', ...process.argv.slice(2)]);

/**
 * @param {string} command
 * @param {string[]} words
 */
function run(command, words) {
	const { status, error } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}
