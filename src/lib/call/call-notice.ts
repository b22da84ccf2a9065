import type { MediaTrouble } from './media-trouble.ts';

/** Something to tell the person about their part in the call, with what one tap does about it. */
export interface CallNotice {
	text: string;
	tone: 'calm' | 'warn';
	label?: string;
	/** What to do, step by step. */
	steps?: string[];
	act?: () => void;
}

const calm = (text: string): CallNotice => ({ text, tone: 'calm' });

export const NOTICES = {
	muted: calm('The facilitator has turned your microphone off. You can turn it on again.'),
	pictureStopped: calm('The facilitator has stopped your picture for now, so your camera is off.'),
	pictureStaysStopped: calm('The facilitator has stopped your picture for now. Your voice is not affected.'),
	screenStopped: calm('The facilitator has put your screen away. Nothing of it is sent any more.'),
	screenFailed: calm('Your screen could not be shown. Trying again often helps, or choosing one window.'),
	wereAway: calm('You were away for a while, so your microphone and camera are off.')
};

/** What the link alone brought about, and the one tap back. */
export function linkNotice(automatic: 'voice' | 'text', act: () => void): CallNotice {
	return automatic === 'voice'
		? {
				text: 'Your link is weak just now. The group hears you but does not see you.',
				tone: 'calm',
				label: 'Try my picture again',
				act
			}
		: {
				text: 'Your link cannot carry voice just now. Writing, chat and worksheets go on.',
				tone: 'calm',
				label: 'Try my voice again',
				act
			};
}

/** Nobody is linked with me, although somebody is there. */
export const cutOffNotice = (act: () => void): CallNotice => ({
	text: 'Voices and pictures do not get through just now. We go on trying. Writing, chat and worksheets go on meanwhile.',
	tone: 'warn',
	label: 'Take part in writing',
	act
});

/** A device did not start; `help` is for this browser. */
export function troubleNotice({ kind, message }: MediaTrouble, help: () => string[]): CallNotice {
	const told = { text: message, tone: 'warn' } as const;
	return kind === 'denied' ? { ...told, steps: help() } : told;
}

export function lostNotice(
	{ kind, why }: { kind: 'microphone' | 'camera'; why: 'unplugged' | 'taken' },
	act: () => void
): CallNotice {
	const was = why === 'taken' ? `Your device took the ${kind}, perhaps for a phone call.` : null;
	return {
		text: `${was ?? `Your ${kind} is gone, perhaps unplugged.`} It is off.`,
		tone: 'warn',
		label: why === 'taken' ? `Turn the ${kind} on again` : `Use another ${kind}`,
		act
	};
}
