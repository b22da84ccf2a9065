import type { Option } from '../../src/lib/domain/exercise.ts';
import { ORDINAL } from './codes.ts';
import { isObject, type Json, type JsonObject } from './json-lines.ts';
import { extensionsOf } from './own-words.ts';
import { Names } from './read-names.ts';

const LOINC = 'http://loinc.org';

/** An answer to choose, and the value it stands for elsewhere, such as `{ valueCoding: … }`. */
export interface ReadOption {
	option: Option;
	value: JsonObject;
}

/** The answers a question offers, in order; null when they are listed where we do not look. */
export function optionsOf(
	item: JsonObject,
	contained: readonly JsonObject[],
	own: JsonObject | null
): ReadOption[] | null {
	const names = new Names();
	const values = Array.isArray(item.answerOption)
		? item.answerOption.filter(isObject)
		: valuesIn(item.answerValueSet, contained);
	if (!values) return null;
	const known = isObject(own?.options) ? own.options : {};
	const labels = new Set<string>();
	return values.map((value) => {
		const { label: said, code, system } = saidBy(value);
		// Two answers that read the same could not be told apart.
		const label = labels.has(said) ? `${said} (${code})` : said;
		labels.add(label);
		const words = known[code];
		const more = isObject(words) ? words : {};
		const id = names.take(typeof more.id === 'string' ? more.id : code, { start: 'any' });
		const weight = ordinalOf(value);
		return {
			value,
			option: {
				...{ id, label },
				...(typeof more.help === 'string' ? { help: more.help } : {}),
				...(weight === null ? {} : { value: weight }),
				...(system === LOINC ? { code } : {})
			}
		};
	});
}

/** The words of `value[x]`, and what tells it from others. */
export function saidBy(value: JsonObject): { label: string; code: string; system: string | null } {
	const coding = value.valueCoding;
	if (isObject(coding)) {
		const code = textOf(coding.code) || textOf(coding.display);
		return { label: textOf(coding.display) || code, code, system: textOf(coding.system) || null };
	}
	const reference = value.valueReference;
	const plain =
		value.valueString ?? value.valueInteger ?? value.valueDate ?? value.valueTime ?? value.valueDecimal;
	const label = isObject(reference)
		? textOf(reference.display) || textOf(reference.reference)
		: typeof plain === 'number'
			? `${plain}`
			: textOf(plain);
	return { label, code: label, system: null };
}

function ordinalOf(value: JsonObject): number | null {
	const coding = isObject(value.valueCoding) ? value.valueCoding : {};
	const found = [...extensionsOf(value), ...extensionsOf(coding)].find(({ url }) => url === ORDINAL);
	return typeof found?.valueDecimal === 'number' ? found.valueDecimal : null;
}

/** The concepts of a list that came inside the same file. */
function valuesIn(reference: Json | undefined, contained: readonly JsonObject[]): JsonObject[] | null {
	if (typeof reference !== 'string' || !reference.startsWith('#')) return null;
	const set = contained.find(
		({ id, resourceType }) => resourceType === 'ValueSet' && `#${textOf(id)}` === reference
	);
	if (!set) return null;
	const expansion = isObject(set.expansion) ? set.expansion.contains : undefined;
	if (Array.isArray(expansion)) return expansion.filter(isObject).map((coding) => ({ valueCoding: coding }));
	const include = isObject(set.compose) && Array.isArray(set.compose.include) ? set.compose.include : [];
	const concepts = include.filter(isObject).flatMap(({ system, concept }) =>
		(Array.isArray(concept) ? concept.filter(isObject) : []).map(({ code, display }) => ({
			valueCoding: { system: system ?? null, code: code ?? null, display: display ?? null }
		}))
	);
	return concepts.length > 0 ? concepts : null;
}

export function textOf(value: Json | undefined): string {
	return typeof value === 'string' ? value.trim() : '';
}
