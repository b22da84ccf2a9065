// `npm test`: sets everything up, then every check in turn, stopping at the first that fails.
// Plain JavaScript, since nothing may be installed yet. Names of checks after it run those alone.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules/.bin', name);
const wanted = process.argv.slice(2);

const CHECKS = [
	['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
	['lint', bin('eslint'), ['.', '--max-warnings', '0']],
	['sync', bin('svelte-kit'), ['sync']],
	[
		'architecture',
		bin('depcruise'),
		['src', 'server', 'tests', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']
	],
	['dead code', bin('knip'), []],
	['components', bin('svelte-check'), ['--fail-on-warnings', '--output', 'human']],
	['types', bin('tsc'), ['--noEmit']],
	['unit', bin('vitest'), ['run']],
	['browser', process.execPath, ['tests/browser.mjs']],
	...['pages', 'media'].map((project) => [
		project,
		bin('playwright'),
		['test', '--config', 'tests/playwright.config.ts', '--project', project]
	])
];

// Sets up what `npm start` needs too: packages, Node 24, the built pages.
run('set-up', process.execPath, ['server/start.mjs', '--prepare-only']);
for (const [name, command, args] of CHECKS) {
	if (wanted.length === 0 || wanted.includes(name)) run(name, command, args);
}
console.log('\nEverything passed.');

function run(name, command, args) {
	const started = Date.now();
	console.log(`\n── ${name}`);
	// The packages' own Node comes first on the path, whatever runs this.
	const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };
	const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
	console.log(
		`── ${name}: ${status === 0 ? 'passed' : 'failed'} (${Math.round((Date.now() - started) / 1000)} s)`
	);
	if (status === 0) return;
	if (error) console.error(String(error));
	process.exit(status ?? 1);
}
