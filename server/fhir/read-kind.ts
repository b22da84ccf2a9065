import { isObject, type Json, type JsonObject } from './json-lines.ts';
import { extensionsOf } from './own-words.ts';
import { STRUCTURE } from './questionnaire.ts';
import { textOf } from './read-options.ts';

/** How an item is asked: the parts of a Field that its type and extensions say, not yet checked. */
export type Kind = JsonObject & { kind: string };

const FAR = 1_000_000;

const PLAIN: Record<string, Kind['kind']> = {
	string: 'text',
	text: 'long',
	url: 'text',
	boolean: 'yes-no',
	date: 'date',
	dateTime: 'date',
	time: 'time',
	display: 'note'
};

/** Which types of FHIR our kinds are written as: an extension of ours that says otherwise is out of date. */
export const TYPES_OF_KIND: Record<string, readonly string[]> = {
	...{
		text: ['string'],
		long: ['text'],
		note: ['display'],
		'yes-no': ['boolean'],
		date: ['date'],
		time: ['time']
	},
	...{ number: ['decimal'], computed: ['decimal'], agreed: ['string'], scale: ['integer'] },
	...{ choice: ['choice'], choices: ['choice'], contact: ['group'], rows: ['group'], again: ['group'] }
};

/** A question without answers to choose from and without questions inside; null for a type that we cannot ask. */
export function plainKind(item: JsonObject): Kind | null {
	const type = textOf(item.type);
	const plain = PLAIN[type];
	if (plain) return { kind: plain };
	if (type === 'integer' || type === 'decimal' || type === 'quantity') return numberKind(item, type);
	return null;
}

/** A number with a slider, or between two near ends, is a rating; any other is typed in. */
function numberKind(item: JsonObject, type: string): Kind {
	const [least, most] = [boundOf(item, 'minValue'), boundOf(item, 'maxValue')];
	const isWhole = type === 'integer' && least !== null && most !== null;
	if (isWhole && most > least && (isControl(item, 'slider') || most - least <= 10)) {
		const step = valueOf(item, 'questionnaire-sliderStepValue');
		return {
			...{ kind: 'scale', least, most },
			step: typeof step === 'number' && step >= 1 && step <= most - least ? step : 1,
			...{ leastWord: endWord(item, 'lower'), mostWord: endWord(item, 'upper') }
		};
	}
	const unit = valueOf(item, 'questionnaire-unit');
	const said = isObject(unit) ? textOf(unit.display) || textOf(unit.code) : '';
	return { kind: 'number', least: least ?? -FAR, most: most ?? FAR, unit: said.slice(0, 30) };
}

export function boundOf(item: JsonObject, name: 'minValue' | 'maxValue'): number | null {
	const value = valueOf(item, name);
	return typeof value === 'number' ? value : null;
}

/** The value of one of HL7's own extensions of a Questionnaire's item. */
export function valueOf(item: JsonObject, name: string): Json | undefined {
	const found = extensionsOf(item).find(({ url }) => url === `${STRUCTURE}/${name}`) ?? {};
	return Object.entries(found).find(([key]) => key.startsWith('value'))?.[1];
}

export function isControl(item: JsonObject, code: string): boolean {
	const concept = valueOf(item, 'questionnaire-itemControl');
	const codings = isObject(concept) && Array.isArray(concept.coding) ? concept.coding : [];
	return codings.some((coding) => isObject(coding) && coding.code === code);
}

/** What the ends of a slider mean stands in words to read under it. */
function endWord(item: JsonObject, end: 'lower' | 'upper'): string {
	return textOf(itemsIn(item).find((one) => isControl(one, end))?.text).slice(0, 80);
}

export function itemsIn({ item }: JsonObject): JsonObject[] {
	return Array.isArray(item) ? item.filter(isObject) : [];
}
