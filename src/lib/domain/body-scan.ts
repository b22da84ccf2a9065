import { SETTLE_MS } from './breathing.ts';

/** A part of the body on the way through it, with words for it: in our own words, and nothing that has to be felt. */
export interface BodyPart {
	id: string;
	name: string;
	words: string;
}

const FROM_FEET: readonly BodyPart[] = [
	{
		id: 'feet',
		name: 'Your feet',
		words: 'Where do they touch the floor? Perhaps they are warm, or cool, or hard to feel at all.'
	},
	{
		id: 'calves',
		name: 'Your lower legs',
		words: 'From the ankles up to the knees. Let them be as they are.'
	},
	{
		id: 'thighs',
		name: 'Your upper legs',
		words: 'Notice their weight on what you sit or lie on. It carries you.'
	},
	{
		id: 'hips',
		name: 'Your hips and seat',
		words: 'Where are you held up? You may shift, if that is kinder.'
	},
	{ id: 'belly', name: 'Your belly', words: 'Does it move with your breath? There is no need to change it.' },
	{
		id: 'back',
		name: 'Your back',
		words: 'From low down up to between the shoulder blades. Where does it rest against something?'
	},
	{
		id: 'chest',
		name: 'Your chest',
		words: 'Notice one breath come in and go out by itself, and then another.'
	},
	{
		id: 'arms',
		name: 'Your hands and arms',
		words: 'From the fingertips up to the elbows and shoulders. What do your hands touch?'
	},
	{
		id: 'shoulders',
		name: 'Your shoulders and neck',
		words: 'If they would like to sink a little, let them. If not, that is all right too.'
	},
	{
		id: 'face',
		name: 'Your face',
		words: 'The jaw, the mouth, round the eyes, the forehead. Do the teeth touch?'
	},
	{ id: 'head', name: 'Your head', words: 'Up to the very top, where hair or air touches it.' }
];

const WHOLE: BodyPart = {
	id: 'whole',
	name: 'All of you',
	words: 'From top to toe, all at once, here where you are. Whatever you noticed is fine.'
};

/** Which way through the body: up from the feet, or down from the head. All of the body comes last. */
export type RegionOrder = 'from-feet' | 'from-head';

export function bodyParts(order: RegionOrder): readonly BodyPart[] {
	return [...(order === 'from-feet' ? FROM_FEET : FROM_FEET.toReversed()), WHOLE];
}

export interface ScanPace {
	/** When it began, in ms on the server's clock. */
	startedAt: number;
	secondsAPart: number;
	order: RegionOrder;
}

export type ScanMoment =
	| { is: 'settling'; secondsLeft: number }
	/** `number` counts the parts from 1. */
	| { is: 'part'; part: BodyPart; number: number; secondsLeft: number }
	| { is: 'over' };

/** Which part of the body everyone is at, at `now`, the server's time: whoever comes in late joins the others there. */
export function scanAt({ startedAt, secondsAPart, order }: ScanPace, now: number): ScanMoment {
	const elapsedMs = now - startedAt - SETTLE_MS;
	if (elapsedMs < 0) return { is: 'settling', secondsLeft: Math.ceil(-elapsedMs / 1000) };
	const partMs = secondsAPart * 1000;
	const index = Math.floor(elapsedMs / partMs);
	const part = bodyParts(order)[index];
	if (!part) return { is: 'over' };
	return {
		is: 'part',
		part,
		number: index + 1,
		secondsLeft: Math.ceil(((index + 1) * partMs - elapsedMs) / 1000)
	};
}
