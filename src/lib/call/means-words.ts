import type { Means } from '#lib/domain/room.ts';
import { hasPicture, RUNGS, type Rung } from './rungs.ts';

/** What my way of taking part means now, while I send nothing. */
export function meansWords(means: Means): string {
	return {
		video: 'Your microphone and camera are off.',
		voice: 'Voices only. Your microphone is off.',
		text: 'In writing only: no sound, no faces.',
		listening: 'You hear and see the others, and send nothing.'
	}[means];
}

/** What I send while nobody is linked with me. */
export function aloneWords({ microphone, camera }: { microphone: boolean; camera: boolean }): string {
	const devices =
		microphone && camera ? 'microphone and camera are' : microphone ? 'microphone is' : 'camera is';
	return `Your ${devices} on. Nobody is connected with you just now.`;
}

/** What a device that has too much to do takes of the others' faces; null while that is all, or nearly. */
export function easedWords(taking: Rung): string | null {
	if (RUNGS.indexOf(taking) < RUNGS.indexOf('180p')) return null;
	const faces = hasPicture(taking) ? 'faces come smaller' : 'only voices come';
	return `Your device has much to do, so ${faces} for now.`;
}
