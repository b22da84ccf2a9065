import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Page } from '@playwright/test';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('./worksheet-page/main.ts', import.meta.url));
const ORIGIN = 'http://worksheet.test';

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hearth</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"></head>
<body><main class="wrap"><h1>Worksheet</h1><div id="sheet"></div></main><script type="module" src="/page.js"></script></body></html>`;

/** Builds the page once, in memory; `open` shows it without a server. */
export async function buildWorksheetPage(): Promise<{ open(page: Page): Promise<void> }> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: { write: false, minify: false, rollupOptions: { input: ENTRY } }
	});
	const outputs = 'output' in built ? built.output : [];
	const script = outputs.find((one) => one.type === 'chunk' && one.isEntry);
	const style = outputs.find((one) => one.fileName.endsWith('.css'));
	const files: Record<string, { contentType: string; body: string }> = {
		'/': { contentType: 'text/html', body: HTML },
		'/page.js': { contentType: 'text/javascript', body: script?.type === 'chunk' ? script.code : '' },
		'/page.css': { contentType: 'text/css', body: style?.type === 'asset' ? String(style.source) : '' }
	};
	return {
		async open(page) {
			await page.route(`${ORIGIN}/**`, (route) => {
				const file = files[new URL(route.request().url()).pathname];
				return file ? route.fulfill(file) : route.fulfill({ status: 404, body: '' });
			});
			await page.goto(`${ORIGIN}/`);
		}
	};
}
