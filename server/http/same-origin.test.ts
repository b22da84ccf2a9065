import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const config = { publicOrigin: 'https://hearth.example', port: 3000 };
const posted = (headers: IncomingMessage['headers']) =>
	isSameOrigin({ method: 'POST', headers } as IncomingMessage, config);

test('R41 a plain form of our own passes, though no-referrer makes its Origin null', () => {
	expect(posted({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(true);
});

test('R41 an older browser passes by its Origin', () => {
	expect(posted({ origin: 'https://hearth.example' })).toBe(true);
});

test.each([
	[{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
	[{ origin: 'https://hearth.example', 'sec-fetch-site': 'same-site' }],
	[{ origin: 'null', 'sec-fetch-site': 'none' }],
	[{ origin: 'null' }],
	[{ origin: 'https://hearth.example.evil' }],
	[{}]
])('R41 what comes from elsewhere, or does not say, is refused: %j', (headers) => {
	expect(posted(headers)).toBe(false);
});
