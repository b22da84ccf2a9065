import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Page } from '@playwright/test';
import { build } from 'vite';

export interface BuiltPage {
	open(page: Page): Promise<void>;
}

interface Wish {
	/** The script that fills the page, by its path. */
	entry: string;
	/** What stands in the body before it. */
	body: string;
}

const ORIGIN = 'http://page.test';

const htmlAround = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Hearth</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"></head>
<body>${body}<script type="module" src="/page.js"></script></body></html>`;

/** Builds a page once, in memory; `open` shows it without a server. */
export async function buildPage({ entry, body }: Wish): Promise<BuiltPage> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: { write: false, minify: false, cssCodeSplit: false, rollupOptions: { input: entry } }
	});
	const outputs = 'output' in built ? built.output : [];
	const script = outputs.find((one) => one.type === 'chunk' && one.isEntry);
	const style = outputs.find((one) => one.fileName.endsWith('.css'));
	const files: Record<string, { contentType: string; body: string }> = {
		'/': { contentType: 'text/html', body: htmlAround(body) },
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
