import type { ShapeForm, ShapeKind } from './board-shape.ts';
import { STAMPS } from './board-stamps.ts';

const KIND_WORDS: Record<Exclude<ShapeKind, 'stamp'>, string> = {
	rectangle: 'Rectangle',
	ellipse: 'Ellipse',
	line: 'Line',
	arrow: 'Arrow',
	picture: 'Picture'
};
const WORDS_SHOWN = 40;

/** What a shape is called: 'Arrow', 'Star'. */
export const shapeName = ({ kind, stamp }: Pick<ShapeForm, 'kind' | 'stamp'>): string =>
	kind === 'stamp' ? STAMPS[stamp ?? 'star'].label : KIND_WORDS[kind];

/** A shape as it is read out: 'Arrow from “my bedtime” to “sleep”', 'Picture: the harbour at night'. `wordsOn` says what stands on a note, or nothing. */
export function shapeInWords(
	shape: Pick<ShapeForm, 'kind' | 'stamp' | 'alt'> & { from?: string | null; to?: string | null },
	wordsOn: (note: string) => string | undefined
): string {
	if (shape.kind === 'picture') return `Picture: ${shape.alt?.trim() || 'not described'}`;
	const quoted = (before: string, thing: string | null | undefined) => {
		const words = (thing && wordsOn(thing)?.trim().replaceAll(/\s+/g, ' ')) || '';
		if (words === '') return '';
		return ` ${before} “${words.length > WORDS_SHOWN ? `${words.slice(0, WORDS_SHOWN)}…` : words}”`;
	};
	return `${shapeName(shape)}${quoted('from', shape.from)}${quoted('to', shape.to)}`;
}
