import type { Json, JsonObject } from './json-lines.ts';
import type { Kind } from './read-kind.ts';
import { optionsOf, textOf, type ReadOption } from './read-options.ts';

/** The answer that stands for words of one's own. */
export const SOMETHING_ELSE = 'something-else';

interface ReadChoice {
	kind: Kind;
	options: readonly ReadOption[];
	/** What could not be taken over. */
	remark: string | null;
}

/** A question with answers to choose from; without a list that we can read, it is asked for words. */
export function choiceKind(
	item: JsonObject,
	contained: readonly JsonObject[],
	own: JsonObject | null
): ReadChoice {
	const options = optionsOf(item, contained, own);
	if (!options || options.length === 0) {
		const set = textOf(item.answerValueSet);
		const remark = set
			? `takes its answers from a list elsewhere (${set.slice(0, 120)}), which is not fetched, so it is asked for words`
			: 'has no answers to choose from, so it is asked for words';
		return { kind: { kind: 'text' }, options: [], remark };
	}
	const offered = options.map(({ option }): Json => ({ ...option }));
	if (isWithWords(item)) offered.push({ id: SOMETHING_ELSE, label: 'Something else' });
	const kind = item.repeats === true || own?.kind === 'choices' ? 'choices' : 'choice';
	return { kind: { kind, options: offered }, options, remark: null };
}

export function isWithWords(item: JsonObject): boolean {
	return (
		item.type === 'open-choice' &&
		(Array.isArray(item.answerOption) || textOf(item.answerValueSet).startsWith('#'))
	);
}
