import { sveltekit } from '@sveltejs/kit/vite';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * In development Vite owns the HTTP server, so the services are built here, once, and put where
 * `hooks.server.ts` finds them. The import is dynamic: `vite build` must not open a database.
 */
function hearthInDevelopment(): Plugin {
	return {
		name: 'hearth-development',
		apply: 'serve',
		async configureServer(vite) {
			if (process.env.VITEST) return;
			const entry = pathToFileURL(
				fileURLToPath(new URL('./server/http/development.ts', import.meta.url))
			).href;
			const { attach } = (await import(
				/* @vite-ignore */ entry
			)) as typeof import('./server/http/development.ts');
			await attach(vite);
		}
	};
}

const BLUR_FILES = fileURLToPath(new URL('./node_modules/@twilio/video-processors/', import.meta.url));
const { version } = JSON.parse(readFileSync(`${BLUR_FILES}package.json`, 'utf8')) as { version: string };
/** Its files name each other, so that they keep their names; the folder changes with them. */
const BLUR_ASSETS = `_app/immutable/blur-${version}/`;
const BLUR_NAMES = [
	'selfie_segmentation_landscape.tflite',
	'tflite-1-0-0.js',
	'tflite-1-0-0.wasm',
	'tflite-simd-1-0-0.js',
	'tflite-simd-1-0-0.wasm',
	'twilio-gaussian-blur-background-processor-pipeline-worker.js'
];

/** What blurs a picture in a worker comes from this server, as all else does: no third party is asked. */
function blurAssets(): Plugin {
	const read = (name: string) => readFileSync(`${BLUR_FILES}dist/build/${name}`);
	return {
		name: 'hearth-blur-assets',
		generateBundle() {
			if (this.environment.name !== 'client') return;
			for (const name of BLUR_NAMES)
				this.emitFile({ type: 'asset', fileName: BLUR_ASSETS + name, source: read(name) });
		},
		configureServer({ middlewares }) {
			for (const name of BLUR_NAMES) {
				middlewares.use(`/${BLUR_ASSETS}${name}`, (_request, response) => {
					const type = { js: 'text/javascript', wasm: 'application/wasm' }[name.split('.').at(-1)!];
					response.setHeader('Content-Type', type ?? 'application/octet-stream');
					response.end(read(name));
				});
			}
		}
	};
}

export default defineConfig({
	plugins: [sveltekit(), hearthInDevelopment(), blurAssets()],
	define: { 'import.meta.env.VITE_BLUR_ASSETS': JSON.stringify(`/${BLUR_ASSETS}`) },
	build: { target: ['chrome109', 'firefox115', 'safari16.4'] },
	test: {
		include: [
			'src/**/*.test.ts',
			'server/**/*.test.ts',
			'tests/sync/**/*.test.ts',
			'tests/faults/**/*.test.ts'
		],
		environment: 'node',
		testTimeout: 60_000,
		hookTimeout: 60_000,
		pool: 'forks',
		passWithNoTests: true
	}
});
