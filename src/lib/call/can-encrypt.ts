import type { FrameSide } from './frame-messages.ts';

/** Whether this browser lets a page seal and open the frames of its media (WebRTC encoded transform). */
export function canEncrypt(): boolean {
	return typeof RTCRtpScriptTransform === 'function' && typeof Worker === 'function';
}

/** Lets everything of this sender or receiver pass through the worker, from its first frame. */
export function encrypting(end: RTCRtpSender | RTCRtpReceiver, worker: Worker, side: FrameSide): void {
	end.transform = new RTCRtpScriptTransform(worker, side);
}
