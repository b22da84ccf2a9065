import { expect, test } from 'vitest';
import { allowedOrigins, ConfigError, readConfig } from './config.ts';

test('an empty environment gives safe defaults', () => {
	const config = readConfig({});
	expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, secure: false, turn: null });
	expect(allowedOrigins(config)).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000']);
});

test('R60 a public origin is the only one that is answered', () => {
	const config = readConfig({ PUBLIC_ORIGIN: 'https://hearth.example.org/' });
	expect(config.secure).toBe(true);
	expect(allowedOrigins(config)).toEqual(['https://hearth.example.org']);
});

test.each([
	['PORT', { PORT: 'eighty' }],
	['PORT', { PORT: '70000' }],
	['PORT', { PORT: '-1' }],
	['PORT', { PORT: '0' }],
	['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'hearth.example.org' }],
	['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://hearth.example.org/room' }],
	['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'ftp://hearth.example.org' }],
	['TURN_URL', { TURN_URL: 'turn:turn.example.org' }],
	['TURN_URL', { TURN_URL: 'http://turn.example.org', TURN_SECRET: 'x' }],
	['HEARTH_KEY', { HEARTH_KEY: 'short' }]
])('a wrong %s stops the start with one clear line', (name, env) => {
	expect(() => readConfig(env)).toThrow(ConfigError);
	expect(() => readConfig(env)).toThrow(name);
});
