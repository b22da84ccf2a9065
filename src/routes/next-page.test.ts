import { expect, test } from 'vitest';
import { nextPage } from './next-page.ts';

test('signing in leads back to the page that was asked for', () => {
	expect(nextPage('/groups/abc?tab=people')).toBe('/groups/abc?tab=people');
	expect(nextPage(null)).toBe('/home');
});

test.each([
	'https://evil.example',
	'//evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'/.//evil.example',
	'javascript:alert(1)',
	'evil'
])('R60 signing in leads to no other site: %j', (wanted) => {
	expect(nextPage(wanted)).toBe('/home');
});
