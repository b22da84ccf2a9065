import { expect, test } from 'vitest';
import { SentChanges } from './sent-changes.ts';

const change = (n: number) => new Uint8Array([n]);

test('a change waits until the frame that holds it is acknowledged', () => {
	const sent = new SentChanges();
	sent.connectionOpened();
	sent.change(change(1));
	sent.frameSent();
	expect(sent.waiting).toBe(1);
	sent.acknowledged(1);
	expect(sent.waiting).toBe(0);
	expect(sent.updates).toEqual([]);
});

test('what is made after a frame was sent still waits when that frame is acknowledged', () => {
	const sent = new SentChanges();
	sent.connectionOpened();
	sent.change(change(1));
	sent.frameSent();
	sent.change(change(2));
	sent.acknowledged(1);
	expect(sent.waiting).toBe(1);
	expect(sent.updates).toEqual([change(2)]);
});

test('changes made while away are saved by the one frame that carries them all', () => {
	const sent = new SentChanges();
	sent.connectionOpened();
	sent.change(change(1));
	sent.change(change(2));
	sent.connectionOpened();
	sent.frameSent();
	sent.change(change(3));
	sent.frameSent();
	sent.acknowledged(1);
	expect(sent.waiting).toBe(1);
	sent.acknowledged(2);
	expect(sent.waiting).toBe(0);
});

test('frames of a lost connection count for nothing on the next', () => {
	const sent = new SentChanges();
	sent.connectionOpened();
	sent.change(change(1));
	sent.frameSent();
	sent.connectionOpened();
	sent.acknowledged(1);
	expect(sent.waiting).toBe(1);
});
