import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'node_modules',
			'.svelte-kit',
			'build',
			'data',
			'test-results',
			'playwright-report',
			'tests/bench/node_modules'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-empty': ['error', { allowEmptyCatch: false }],
			'max-params': ['error', 4],
			// R39: markup never comes from a string.
			'no-restricted-syntax': [
				'error',
				{ selector: "MemberExpression[property.name='innerHTML']", message: 'R39: no innerHTML' },
				{ selector: "MemberExpression[property.name='outerHTML']", message: 'R39: no outerHTML' },
				{
					selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
					message: 'R39: no insertAdjacentHTML'
				}
			],
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: ['.svelte'] } }
	}
);
