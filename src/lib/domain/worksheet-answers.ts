import type * as Y from 'yjs';
import { contactKey, optionKey, plainAnswers, wordsAt, type AnswerKey } from './answer-places.ts';
import { NOTHING, type Answer } from './answer.ts';
import type { Column, Field } from './exercise.ts';

/** What stands in one place of a sheet. Values that no honest sheet would write count as no answer. */
export function answerAt(doc: Y.Doc, key: AnswerKey, asked: Field | Column): Answer {
	const value = plainAnswers(doc).get(key);
	switch (asked.kind) {
		case 'text':
		case 'long':
			return words(wordsAt(doc, key));
		case 'scale': {
			const { least, most } = asked;
			return isWithin(value, asked) ? { is: 'rating', value, least, most } : NOTHING;
		}
		case 'number':
			return isWithin(value, asked) ? { is: 'number', value, unit: asked.unit } : NOTHING;
		case 'yes-no':
			return typeof value === 'boolean' ? { is: 'yes-no', yes: value } : NOTHING;
		case 'date':
			return isDay(value) ? { is: 'date', date: value } : NOTHING;
		case 'time':
			return isTime(value) ? { is: 'time', time: value } : NOTHING;
		case 'choice':
			return chosen(asked.options.filter((option) => option.id === value));
		case 'choices':
			return chosen(
				asked.options.filter((option) => plainAnswers(doc).get(optionKey(key, option.id)) === true)
			);
		case 'contact': {
			const name = wordsAt(doc, contactKey(key, 'name')).trim();
			const phone = wordsAt(doc, contactKey(key, 'phone')).trim();
			return name || phone ? { is: 'contact', name, phone } : NOTHING;
		}
		default:
			return NOTHING;
	}
}

function words(text: string): Answer {
	return text.trim() === '' ? NOTHING : { is: 'words', words: text };
}

function isWithin(value: unknown, { least, most }: { least: number; most: number }): value is number {
	return typeof value === 'number' && value >= least && value <= most;
}

function chosen(options: readonly { id: string; label: string }[]): Answer {
	return options.length
		? { is: 'chosen', options: options.map(({ id, label }) => ({ id, label })) }
		: NOTHING;
}

function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isTime(value: unknown): value is string {
	return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}
