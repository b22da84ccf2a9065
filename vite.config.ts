import { sveltekit } from '@sveltejs/kit/vite';
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

export default defineConfig({
	plugins: [sveltekit(), hearthInDevelopment()],
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
