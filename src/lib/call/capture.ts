import { MediaTrouble, troubleOf } from './media-trouble.ts';
import { PICTURES } from './rungs.ts';

/*
 * The only doors to `getUserMedia` and `getDisplayMedia`. They open on a person's tap, and on nothing else: no code may come
 * here from a timer, a message of the server, a reconnect or a page that loads.
 */

const VOICE: MediaTrackConstraints = {
	echoCancellation: true,
	noiseSuppression: true,
	autoGainControl: true
};
const { height, framesPerSecond } = PICTURES['360p'];
const FACE: MediaTrackConstraints = {
	facingMode: 'user',
	width: { ideal: (height * 16) / 9 },
	height: { ideal: height },
	frameRate: { ideal: framesPerSecond, max: 30 }
};

/** Large enough to read, small enough for a mesh. */
const SCREEN: MediaTrackConstraints = {
	width: { max: 1920 },
	height: { max: 1080 },
	frameRate: { max: 10 }
};

/** Throws MediaTrouble. */
export function openMicrophone(deviceId: string | null): Promise<MediaStreamTrack> {
	return open('microphone', { audio: { ...VOICE, ...chosen(deviceId) } });
}

/** Throws MediaTrouble. */
export function openCamera(deviceId: string | null): Promise<MediaStreamTrack> {
	return open('camera', { video: { ...FACE, ...chosen(deviceId) } });
}

/** Whether this browser can show a screen at all: phones cannot. */
export function canShowScreen(): boolean {
	return 'getDisplayMedia' in ((navigator as { mediaDevices?: MediaDevices }).mediaDevices ?? {});
}

/** One window or screen, without its sound; null when the person chose none after all. */
export async function openScreen(): Promise<MediaStreamTrack | null> {
	try {
		const stream = await navigator.mediaDevices.getDisplayMedia({ video: SCREEN, audio: false });
		const [track] = stream.getVideoTracks();
		// Letters rather than motion.
		if (track) track.contentHint = 'detail';
		return track ?? null;
	} catch (error) {
		if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
		throw error;
	}
}

function chosen(deviceId: string | null): MediaTrackConstraints {
	return deviceId ? { deviceId: { ideal: deviceId } } : {};
}

/** Both with one question from the browser; where that fails, whichever of them works. */
export async function openBoth(): Promise<{ tracks: MediaStreamTrack[]; trouble: MediaTrouble | null }> {
	const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
	if (!mediaDevices) return { tracks: [], trouble: new MediaTrouble('insecure', 'camera') };
	try {
		const stream = await mediaDevices.getUserMedia({ audio: VOICE, video: FACE });
		return { tracks: stream.getTracks(), trouble: null };
	} catch (error) {
		const both = troubleOf(error, 'camera');
		if (both.kind === 'denied') return { tracks: [], trouble: both };
	}
	const results = await Promise.allSettled([openMicrophone(null), openCamera(null)]);
	const tracks = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
	const failed = results.find((one) => one.status === 'rejected');
	return { tracks, trouble: failed?.reason instanceof MediaTrouble ? failed.reason : null };
}

async function open(
	device: 'microphone' | 'camera',
	constraints: MediaStreamConstraints
): Promise<MediaStreamTrack> {
	// Browsers leave `mediaDevices` out on pages that are not secure.
	const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
	if (!mediaDevices) throw new MediaTrouble('insecure', device);
	try {
		const stream = await mediaDevices.getUserMedia(constraints);
		const [track] = stream.getTracks();
		if (!track) throw new MediaTrouble('missing', device);
		return track;
	} catch (error) {
		throw error instanceof MediaTrouble ? error : troubleOf(error, device);
	}
}
