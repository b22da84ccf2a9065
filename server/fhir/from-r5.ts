import { isObject, type Json, type JsonObject } from './json-lines.ts';

const R5 = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire';

/**
 * A Questionnaire of R5 as R4 says it. What R4 has no field for goes along in the extensions that HL7 names for it;
 * one of R4 stays as it is.
 */
export function asR4(questionnaire: JsonObject): JsonObject {
	const { versionAlgorithmString, versionAlgorithmCoding, copyrightLabel, ...rest } = questionnaire;
	const kept = [
		...carried('versionAlgorithm', 'valueString', versionAlgorithmString),
		...carried('versionAlgorithm', 'valueCoding', versionAlgorithmCoding),
		...carried('copyrightLabel', 'valueString', copyrightLabel)
	];
	return withExtensions({ ...rest, ...itemsIn(rest) }, kept);
}

function itemsIn({ item }: JsonObject): JsonObject {
	return Array.isArray(item) ? { item: item.map(itemAsR4) } : {};
}

function itemAsR4(item: Json): Json {
	if (!isObject(item)) return item;
	const { disabledDisplay, answerConstraint, ...rest } = item;
	const isOpen = answerConstraint === 'optionsOrString' || answerConstraint === 'optionsOrType';
	const type = rest.type === 'coding' ? (isOpen ? 'open-choice' : 'choice') : rest.type;
	const kept = [
		...carried('item.disabledDisplay', 'valueCode', disabledDisplay),
		...carried('item.answerConstraint', 'valueCode', answerConstraint)
	];
	return withExtensions({ ...rest, ...(type === undefined ? {} : { type }), ...itemsIn(rest) }, kept);
}

function withExtensions(element: JsonObject, kept: JsonObject[]): JsonObject {
	if (kept.length === 0) return element;
	const before = Array.isArray(element.extension) ? element.extension : [];
	return { ...element, extension: [...before, ...kept] };
}

function carried(field: string, name: string, value: Json | undefined): JsonObject[] {
	return value === undefined ? [] : [{ url: `${R5}.${field}`, [name]: value }];
}
