/** Why a microphone or camera could not be used. */
export type MediaTroubleKind = 'denied' | 'missing' | 'busy' | 'insecure' | 'failed' | 'blur';

export class MediaTrouble extends Error {
	override readonly name = 'MediaTrouble';
	readonly kind: MediaTroubleKind;
	readonly device: 'microphone' | 'camera';

	constructor(kind: MediaTroubleKind, device: 'microphone' | 'camera') {
		super(wordsFor(kind, device));
		this.kind = kind;
		this.device = device;
	}
}

/** What a browser calls it, in our words. Sources: the Media Capture and Streams errors of getUserMedia. */
export function troubleOf(error: unknown, device: 'microphone' | 'camera'): MediaTrouble {
	const name = error instanceof Error ? error.name : '';
	if (name === 'NotAllowedError' || name === 'SecurityError') return new MediaTrouble('denied', device);
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return new MediaTrouble('missing', device);
	if (name === 'NotReadableError' || name === 'AbortError') return new MediaTrouble('busy', device);
	return new MediaTrouble('failed', device);
}

function wordsFor(kind: MediaTroubleKind, device: 'microphone' | 'camera'): string {
	return {
		denied: `Your browser does not let this page use the ${device} yet.`,
		missing: `No ${device} was found on this device. If you have one, plug it in and try again.`,
		busy: `The ${device} is being used by another app. Close that app, then try again.`,
		insecure: `This address is not a secure one, so browsers keep the ${device} away from it. Text and worksheets work fully.`,
		blur: 'This device is too slow to blur what is behind you, so your camera is off. Without the blur it can show you as you are.',
		failed: `The ${device} did not start. Trying again often helps; text and worksheets work without it.`
	}[kind];
}
