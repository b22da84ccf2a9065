import { expect, test } from 'vitest';
import { allowedOrigins, ConfigError, limitsOf, readConfig } from './config.ts';

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

test('an SFU is used only when it is asked for, and a wrong wish stops the start with a line that says so', () => {
	expect(readConfig({}).sfu).toBe(null);
	expect(readConfig({ SFU: 'janus' }).sfu).toEqual({ above: 6, ports: '20000-20399', address: null });
	const whole = { SFU: 'janus', SFU_ABOVE: '0', SFU_PORTS: '30000-30500', SFU_ADDRESS: '203.0.113.7' };
	expect(readConfig(whole).sfu).toEqual({ above: 0, ports: '30000-30500', address: '203.0.113.7' });
	for (const wrong of [
		{ SFU: 'other' },
		{ SFU_ABOVE: '13' },
		{ SFU_ABOVE: 'six' },
		{ SFU_PORTS: '30000' },
		{ SFU_PORTS: '30000-30010' },
		{ SFU_PORTS: '60000-70000' },
		{ SFU_ADDRESS: 'hearth.example' }
	]) {
		const [[name = ''] = []] = Object.entries(wrong);
		expect(() => readConfig({ SFU: 'janus', ...wrong })).toThrow(new RegExp(`^${name} `));
	}
});

test('with an SFU for every call, no relay is missed', () => {
	expect(limitsOf({ secure: true, turn: null, sfu: { above: 0, ports: '', address: null } })).toEqual([]);
	expect(limitsOf({ secure: true, turn: null, sfu: { above: 6, ports: '', address: null } })).toHaveLength(1);
});
