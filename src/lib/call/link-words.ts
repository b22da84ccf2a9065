import type { LinkFigures } from './link-test.ts';
import { bestRung, FACES_OF_ALL, hasPicture, needOf, type Rung, RUNGS, VOICE_KBPS } from './rungs.ts';

/** Room that a call leaves for everything else on the link. */
const MARGIN = 1.25;
/** Answers that come later than this make people speak over each other (ITU-T G.114: 400 ms one way is the limit). */
const LATE_MS = 600;
const LOSSY = 0.1;

/** The best that a link can carry in a group of `people`, where each sends to every other. */
export function carries({ upKbps, downKbps }: LinkFigures, people: number): Rung {
	const others = Math.max(1, people - 1);
	const faces = people > FACES_OF_ALL ? 2 : others;
	const best = RUNGS.indexOf(bestRung(people));
	const fits = (rung: Rung) => {
		const voices = others * VOICE_KBPS.thrifty;
		const face = hasPicture(rung) ? needOf(rung) - VOICE_KBPS.usual : 0;
		const up = (voices + others * face) * MARGIN;
		const down = (voices + faces * face) * MARGIN;
		return rung === 'text' || (upKbps >= up && downKbps >= down);
	};
	return RUNGS.slice(best).find(fits) ?? 'text';
}

/** What will work, in words. */
export function linkWords(figures: LinkFigures, people: number): { advice: string; remark: string | null } {
	const rung = carries(figures, people);
	const advice =
		rung === 'text'
			? 'This link is too weak for voices just now. “Text only” works with very little, and you can change later.'
			: rung === 'voice'
				? 'Voices will work. Faces are too much for this link just now: choose “Voices only”.'
				: rung === 'still'
					? 'Voices will work. Faces may stand still for a while at times.'
					: 'Voices and faces should work well.';
	if (figures.lost > LOSSY)
		return { advice, remark: 'Some of it got lost on the way: words may drop out at times.' };
	if (figures.roundTripMs > LATE_MS)
		return { advice, remark: 'Answers come late on this link: leave a pause after somebody has spoken.' };
	return { advice, remark: null };
}

/** '40 ms there and back, 12 Mbit/s to you, 800 kbit/s from you' */
export function figuresInWords({ roundTripMs, downKbps, upKbps }: LinkFigures): string {
	return `${Math.round(roundTripMs)} ms there and back, ${speed(downKbps)} to you, ${speed(upKbps)} from you`;
}

function speed(kbps: number): string {
	if (kbps >= 10_000) return `${Math.round(kbps / 1000)} Mbit/s`;
	if (kbps >= 1000) return `${(kbps / 1000).toFixed(1)} Mbit/s`;
	return `${Math.max(1, Math.round(kbps))} kbit/s`;
}
