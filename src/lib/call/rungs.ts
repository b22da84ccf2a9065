/** What is sent on a link, from most to least. Voice goes before faces, words before voice. */
export const RUNGS = ['360p', '270p', '180p', 'still', 'voice', 'text'] as const;
export type Rung = (typeof RUNGS)[number];

export interface Picture {
	height: number;
	framesPerSecond: number;
	kbps: number;
}

/** `still` sends a single picture now and then, see STILL_EVERY_MS. */
export const PICTURES: Record<Exclude<Rung, 'voice' | 'text'>, Picture> = {
	'360p': { height: 360, framesPerSecond: 24, kbps: 400 },
	'270p': { height: 270, framesPerSecond: 20, kbps: 180 },
	'180p': { height: 180, framesPerSecond: 15, kbps: 100 },
	still: { height: 270, framesPerSecond: 5, kbps: 60 }
};

export const STILL_EVERY_MS = 8_000;

/** What voice needs with its redundancy, in kbit/s; `thrifty` is voice on a weak link. */
export const VOICE_KBPS = { usual: 24, thrifty: 16 };

/** Up to so many people each face is sent to everyone; above, only who speaks and who leads. */
export const FACES_OF_ALL = 8;

/** The best rung a mesh of so many people can carry. */
export function bestRung(people: number): Rung {
	if (people <= 4) return '360p';
	return people <= 6 ? '270p' : '180p';
}

/** The lesser of two rungs. */
export function lesser(one: Rung, other: Rung): Rung {
	return RUNGS.indexOf(one) > RUNGS.indexOf(other) ? one : other;
}

export function hasPicture(rung: Rung): rung is keyof typeof PICTURES {
	return rung !== 'voice' && rung !== 'text';
}

/** What a rung needs of the uplink, in kbit/s. */
export function needOf(rung: Rung): number {
	const voice = rung === 'text' ? 0 : VOICE_KBPS.usual;
	return voice + (hasPicture(rung) ? PICTURES[rung].kbps : 0);
}
