import { expect, test } from 'vitest';
import { clearBytes, keyOfFrame, openFrame, sealFrame } from './frame-cipher.ts';

const makeKey = () =>
	crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, false, ['encrypt', 'decrypt']);
const frame = Uint8Array.from({ length: 300 }, (_, index) => index % 251);

test('a frame is opened by its key alone, and only as what it was sealed as', async () => {
	const [key, other] = [await makeKey(), await makeKey()];
	const sealed = await sealFrame(frame, { key, index: 7, kind: 'camera', count: 3, clear: 10 });
	expect(keyOfFrame(sealed)).toBe(7);
	expect(await openFrame(sealed, { key, kind: 'camera', clear: 10 })).toEqual(frame);
	expect(await openFrame(sealed, { key: other, kind: 'camera', clear: 10 })).toBe(null);
	expect(await openFrame(sealed, { key, kind: 'screen', clear: 10 })).toBe(null);
});

test('what an SFU reads of a picture stays readable, nothing else does, and a change to either is noticed', async () => {
	const key = await makeKey();
	const clear = clearBytes('key');
	const sealed = await sealFrame(frame, { key, index: 0, kind: 'camera', count: 0, clear });
	expect(sealed.subarray(0, clear)).toEqual(frame.subarray(0, clear));
	const hidden = Buffer.from(sealed.subarray(clear));
	for (let at = clear; at + 8 <= frame.length; at += 8) {
		expect(hidden.includes(Buffer.from(frame.subarray(at, at + 8)))).toBe(false);
	}
	for (const at of [0, clear - 1, clear, sealed.length - 6, sealed.length - 2]) {
		const changed = sealed.slice();
		changed[at] = (changed[at] ?? 0) ^ 1;
		expect(await openFrame(changed, { key, kind: 'camera', clear })).toBe(null);
	}
});

test('a voice is sealed whole, and no two of its frames look alike', async () => {
	const key = await makeKey();
	const voice = frame.subarray(0, 60);
	const seal = (count: number) =>
		sealFrame(voice, { key, index: 0, kind: 'microphone', count, clear: clearBytes(undefined) });
	const [one, two] = [await seal(0), await seal(1)];
	expect(Buffer.from(one).includes(Buffer.from(voice.subarray(0, 4)))).toBe(false);
	expect(one.subarray(0, 60)).not.toEqual(two.subarray(0, 60));
	expect(await openFrame(two, { key, kind: 'microphone', clear: 0 })).toEqual(voice);
});

test('what is too short to be a sealed frame is none', async () => {
	const key = await makeKey();
	expect(keyOfFrame(new Uint8Array(5))).toBe(null);
	expect(await openFrame(new Uint8Array(8), { key, kind: 'camera', clear: 10 })).toBe(null);
	expect(await openFrame(new Uint8Array(0), { key, kind: 'microphone', clear: 0 })).toBe(null);
});
