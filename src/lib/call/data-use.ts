import type { Means } from '#lib/domain/room.ts';
import { bestRung, FACES_OF_ALL, needOf, VOICE_KBPS } from './rungs.ts';

/** Documents, presence and the pages of an hour. */
const WORDS_MB = 3;
/** People speak in turn: of all the voices, so many are heard at a time. */
const VOICES_AT_ONCE = 1.5;

/** About how many megabytes an hour a person's device sends and receives, in a group of `people`. */
export function megabytesAnHour(people: number, means: Means): number {
	const others = Math.max(1, people - 1);
	const facesReceived = others + 1 > FACES_OF_ALL ? 2 : others;
	const face = needOf(bestRung(people)) - VOICE_KBPS.usual;
	const heard = VOICES_AT_ONCE * VOICE_KBPS.usual;
	// My own voice goes to each of the others, for my share of the hour.
	const spoken = (VOICES_AT_ONCE * VOICE_KBPS.usual * others) / people;
	const kbps = {
		text: 0,
		listening: heard + facesReceived * face,
		voice: heard + spoken,
		video: heard + spoken + facesReceived * face + others * face
	}[means];
	return Math.round(WORDS_MB + (kbps * 3600) / 8000);
}

/** In words: 'about 450 MB', 'about 1.1 GB'. */
export function inWords(megabytes: number): string {
	if (megabytes >= 1000) return `about ${(megabytes / 1000).toFixed(1)} GB`;
	const step = megabytes >= 100 ? 50 : megabytes >= 20 ? 10 : 5;
	return `about ${Math.max(step, Math.round(megabytes / step) * step)} MB`;
}
