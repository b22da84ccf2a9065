import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { isObject, type JsonObject } from './json-lines.ts';
import { mergeSource } from './merge-source.ts';
import { questionnaireOf } from './questionnaire.ts';
import { sourceOf } from './read-file.ts';
import { readQuestionnaire, type Reading } from './read-questionnaire.ts';

/** An exercise as a FHIR R4 Questionnaire; of one that came from a file, nothing of the file is lost. */
export function writeQuestionnaire(exercise: Exercise): JsonObject {
	const mine = plain(questionnaireOf(exercise));
	const reading = readingOf(exercise);
	if (!exercise.source || !reading) return mine;
	const { version } = exercise;
	const untouched = { ...reading.exercise, ...(version === undefined ? {} : { version }) };
	const base = plain(questionnaireOf(untouched));
	return mergeSource({ source: sourceOf(exercise.source.fhir), base, mine }, reading);
}

/** How the file that the exercise came from was read; null when it came from none. */
export function readingOf({ id, source }: Pick<Exercise, 'id' | 'source'>): Reading | null {
	return source ? readQuestionnaire(sourceOf(source.fhir), id) : null;
}

function plain(value: object): JsonObject {
	const json: unknown = JSON.parse(JSON.stringify(value));
	return isObject(json) ? json : {};
}
