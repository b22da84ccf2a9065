import type { Column, Exercise, Field, Option } from '../../src/lib/domain/exercise.ts';
import { isObject, type JsonObject } from './json-lines.ts';
import type { Extension } from './resource.ts';

/** What our model knows and FHIR has no words for goes along as JSON, in an extension of our own. */
export const OWN_EXERCISE = 'urn:hearth:extension:exercise';
export const OWN_FIELD = 'urn:hearth:extension:field';

/** What stands in the Questionnaire itself, or is nobody else's business. */
const SAID_OF_EXERCISE = new Set(['id', 'title', 'intro', 'fields', 'variants', 'source', 'version']);
const SAID_OF_FIELD = new Set(['label', 'help', 'code', 'when', 'whenAll', 'options', 'columns']);
const SAID_OF_NUMBERS = new Set(['least', 'most', 'step']);

export function ownExercise(exercise: Exercise): Extension {
	return written(OWN_EXERCISE, without(exercise, SAID_OF_EXERCISE));
}

export function ownField(asked: Field | Column): Extension {
	const rest = without(asked, SAID_OF_FIELD);
	// Words to read have no line under them in which their help could stand.
	const help = asked.kind === 'note' && 'help' in asked ? { help: asked.help } : {};
	const options = 'options' in asked ? optionsWithMore(asked.options) : {};
	return written(OWN_FIELD, {
		...help,
		...('least' in asked ? without(rest, SAID_OF_NUMBERS) : rest),
		...(Object.keys(options).length > 0 ? { options } : {})
	});
}

/** What an extension of ours holds; null when there is none, or it holds nothing that can be read. */
export function ownWords(element: JsonObject, url: string): JsonObject | null {
	const found = extensionsOf(element).find((one) => one.url === url)?.valueString;
	if (typeof found !== 'string') return null;
	try {
		const words: unknown = JSON.parse(found);
		return isObject(words) ? words : null;
	} catch {
		// Someone changed it by hand: the question is read as any other.
		return null;
	}
}

export function extensionsOf({ extension }: JsonObject): JsonObject[] {
	return Array.isArray(extension) ? extension.filter(isObject) : [];
}

/** An option's own name and help, under what it is called elsewhere, when that does not say them. */
function optionsWithMore(options: readonly Option[]): Record<string, Pick<Option, 'id' | 'help'>> {
	return Object.fromEntries(
		options
			.filter(({ code, help }) => code !== undefined || help !== undefined)
			.map(({ id, code, help }) => [code ?? id, { id, ...(help === undefined ? {} : { help }) }])
	);
}

function without(whole: object, names: ReadonlySet<string>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.has(name)));
}

function written(url: string, words: Record<string, unknown>): Extension {
	return { url, valueString: JSON.stringify(words) };
}
