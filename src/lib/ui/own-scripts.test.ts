import { expect, test } from 'vitest';
import { ownScript } from './own-scripts.ts';

const ORIGIN = 'https://hearth.example';

test('R39 a script comes from this Hearth’s own build, or not at all', () => {
	expect(ownScript('/_app/immutable/workers/frames.js', ORIGIN)).toBe(
		`${ORIGIN}/_app/immutable/workers/frames.js`
	);
	for (const address of [
		'https://elsewhere.example/_app/x.js',
		'//elsewhere.example/_app/x.js',
		'/sessions/_app/x.js',
		'/_app/../files/picture',
		'blob:https://hearth.example/1',
		'data:text/javascript,1'
	]) {
		expect(() => ownScript(address, ORIGIN)).toThrow(TypeError);
	}
});
