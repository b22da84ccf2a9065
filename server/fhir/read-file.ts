import { MEASURES } from '../../src/lib/domain/measures/measures.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { urlOf } from './codes.ts';
import { FileFault, placeInWords } from './file-fault.ts';
import { asR4 } from './from-r5.ts';
import { isObject, JsonFault, readJson, type JsonObject, type ReadJson } from './json-lines.ts';
import { textOf } from './read-options.ts';
import { readQuestionnaire, type Reading } from './read-questionnaire.ts';

export const FILE_BYTES_MOST = 256 * 1024;

/**
 * A Questionnaire of R4 or R5, from a file, as an exercise that keeps the file. Throws Refusal, which says what is
 * wrong with the file and where.
 */
export function readFile(text: string, id: string): Reading {
	if (new TextEncoder().encode(text).length > FILE_BYTES_MOST) {
		throw unusable(`The file is larger than ${FILE_BYTES_MOST / 1024} KB.`);
	}
	const { value, lines } = readLines(text);
	try {
		if (isObject(value)) checkIsNoMeasure(value);
		const reading = readQuestionnaire(isObject(value) ? asR4(value) : value, id);
		return { ...reading, exercise: { ...reading.exercise, source: { fhir: JSON.stringify(value) } } };
	} catch (error) {
		if (!(error instanceof FileFault)) throw error;
		throw unusable(`${whereInWords(error.path, lines)}${error.message}`);
	}
}

/** What a file that we took says now, as R4. */
export function sourceOf(fhir: string): JsonObject {
	const value = readJson(fhir).value;
	return isObject(value) ? asR4(value) : {};
}

function readLines(text: string): ReadJson {
	try {
		return readJson(text);
	} catch (error) {
		if (!(error instanceof JsonFault)) throw error;
		throw unusable(`Line ${error.line}: ${error.message}`);
	}
}

/** A measure that we ship has its scoring, its credit and its notice to the facilitators; a copy would have none. */
function checkIsNoMeasure(resource: JsonObject): void {
	const codes = Array.isArray(resource.code)
		? resource.code.filter(isObject).map(({ code }) => textOf(code))
		: [];
	const known = MEASURES.flatMap((one) => [one, ...(one.variants ?? [])]).find(
		(measure) =>
			textOf(resource.url).split('|')[0] === urlOf(measure) ||
			(measure.scoring?.codes !== undefined && codes.includes(measure.scoring.codes.panel))
	);
	if (!known) return;
	throw new Refusal(
		'conflict',
		`“${known.title}” is in the library already, with its scoring and its safety notice. You find it in a plan under “Measures”.`,
		'file'
	);
}

function whereInWords(path: string, lines: ReadonlyMap<string, number>): string {
	const line = lines.get(path);
	const at = line === undefined ? '' : `Line ${line}`;
	const place = path === '' ? '' : `“${placeInWords(path)}”`;
	return at || place ? `${[at, place].filter(Boolean).join(', ')}: ` : '';
}

function unusable(message: string): Refusal {
	return new Refusal('invalid', message, 'file');
}
