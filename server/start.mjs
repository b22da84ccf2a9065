// Sets everything up and runs the product: `npm start`, and `npm run demo` with --demo.
// Plain JavaScript that any Node since 18 runs: nothing is installed yet when it starts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

prepare();
run();

function prepare() {
	// The lock names every dependency; scripts may change without anything to install.
	const lock = stamp(['package-lock.json']);
	if (read('node_modules/.hearth-installed') !== lock) {
		say('Installing what Hearth needs (once, and after an update)…');
		must(
			'npm',
			['ci', '--no-fund', '--no-audit', '--loglevel', 'notice'],
			'The installation did not finish.'
		);
		note('node_modules/.hearth-installed', lock);
	}
	const sources = stamp(['package-lock.json', 'svelte.config.js', 'vite.config.ts', 'src', 'static']);
	if (read('build/.hearth-built') !== sources) {
		say('Building the pages…');
		must(
			node(),
			[join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
			'The build did not finish.'
		);
		mkdirSync(join(root, 'build'), { recursive: true });
		note('build/.hearth-built', sources);
	}
}

function run() {
	if (args.includes('--prepare-only')) return;
	const entry = args.includes('--demo') ? 'server/demo/main.ts' : 'server/main.ts';
	const rest = args.filter((arg) => arg !== '--demo');
	const child = spawn(node(), [join(root, entry), ...rest], { stdio: 'inherit', cwd: root });
	for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** Node 24 or newer: the one in the packages, else the one that runs this. */
function node() {
	const packaged = join(root, 'node_modules/node/bin/node');
	if (existsSync(packaged)) return packaged;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	console.error(
		`Hearth needs Node 24 or newer; this is ${process.version}. The npm package "node" brings it along, but its ` +
			`install script did not run: try "npm rebuild node", or install Node 24.`
	);
	process.exit(1);
}

function must(command, parameters, complaint) {
	// What an installation says belongs on standard error: standard output is the product's own.
	const { status } = spawnSync(command, parameters, { cwd: root, stdio: ['ignore', 2, 2] });
	if (status === 0) return;
	console.error(`${complaint} What went wrong stands above.`);
	process.exit(1);
}

/** A hash of the names and contents of files and folders. */
function stamp(paths) {
	const hash = createHash('sha256');
	const add = (path) => {
		if (statSync(path).isDirectory())
			return readdirSync(path)
				.sort()
				.forEach((name) => add(join(path, name)));
		hash.update(path).update(readFileSync(path));
	};
	paths.forEach((path) => add(join(root, path)));
	return hash.digest('hex');
}

function read(path) {
	return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
}

function note(path, text) {
	writeFileSync(join(root, path), text);
}

function say(text) {
	console.error(text);
}
