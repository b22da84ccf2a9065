/** A device that gives nothing for so long was taken away, and not just slow for a moment. */
const TAKEN_AFTER_MS = 3_000;

/**
 * Tells when a microphone or camera is gone: unplugged, or taken by the device for something else, such as a
 * phone call or a locked screen. What was taken would come back by itself, and nothing here may: so it counts as gone.
 */
export function watchCapture(track: MediaStreamTrack, lost: (why: 'unplugged' | 'taken') => void): void {
	let patience: ReturnType<typeof setTimeout> | undefined;
	track.addEventListener('ended', () => {
		clearTimeout(patience);
		lost('unplugged');
	});
	track.addEventListener('unmute', () => clearTimeout(patience));
	track.addEventListener('mute', () => {
		clearTimeout(patience);
		patience = setTimeout(() => lost('taken'), TAKEN_AFTER_MS);
	});
}
