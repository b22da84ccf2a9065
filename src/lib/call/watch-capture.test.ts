import { expect, test, vi } from 'vitest';
import { watchCapture } from './watch-capture.ts';

function watched() {
	vi.useFakeTimers();
	const track = new EventTarget();
	const lost: string[] = [];
	watchCapture(track as MediaStreamTrack, (why) => lost.push(why));
	return { lost, happen: (event: string) => track.dispatchEvent(new Event(event)) };
}

test('a device that is unplugged is gone at once', () => {
	const { lost, happen } = watched();
	happen('ended');
	expect(lost).toEqual(['unplugged']);
});

test('what a phone call or a locked screen takes for longer than a moment is gone, so that it cannot come back by itself', () => {
	const { lost, happen } = watched();
	happen('mute');
	vi.advanceTimersByTime(2_900);
	expect(lost).toEqual([]);
	vi.advanceTimersByTime(200);
	expect(lost).toEqual(['taken']);
});

test('a device that stumbles for a moment is still there', () => {
	const { lost, happen } = watched();
	happen('mute');
	vi.advanceTimersByTime(1_000);
	happen('unmute');
	vi.advanceTimersByTime(10_000);
	expect(lost).toEqual([]);
});
