import * as v from 'valibot';
import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { exerciseShape } from '../library/exercise-shape.ts';
import { FileFault } from './file-fault.ts';
import { isObject, type Json, type JsonObject } from './json-lines.ts';
import { OWN_EXERCISE, ownWords } from './own-words.ts';
import { ItemReader } from './read-items.ts';
import { textOf } from './read-options.ts';
import type { Places } from './reading.ts';

export interface Reading extends Places {
	exercise: Exercise;
	/** What could not be taken over as it was, in words. */
	remarks: readonly string[];
}

/** A Questionnaire of FHIR R4 as an exercise of the name `id`. Throws FileFault. */
export function readQuestionnaire(resource: Json, id: string): Reading {
	if (!isObject(resource) || resource.resourceType !== 'Questionnaire') throw wrongResource(resource);
	const contained = Array.isArray(resource.contained) ? resource.contained.filter(isObject) : [];
	const reader = new ItemReader(contained);
	if (resource.item === undefined)
		throw new FileFault('', 'This Questionnaire asks nothing: it has no “item”.');
	reader.readAll(resource.item);
	const shaped = v.safeParse(exerciseShape, candidate(resource, reader.fields, id));
	if (!shaped.success) {
		const [issue] = shaped.issues;
		throw new FileFault(placeOf(v.getDotPath(issue) ?? '', reader.paths), issue.message);
	}
	const { places, values, remarks } = reader;
	return { exercise: shaped.output, places, values, remarks };
}

function candidate(resource: JsonObject, fields: JsonObject[], id: string): JsonObject {
	const own = ownWords(resource, OWN_EXERCISE) ?? {};
	const about = textOf(resource.description).slice(0, 4000);
	return {
		summary: about.split(/(?<=[.!?])\s/)[0]?.slice(0, 300) ?? '',
		minutes: Math.min(Math.max(Math.ceil(fields.length / 2), 5), 60),
		sharing: 'private',
		...own,
		id,
		title: (textOf(resource.title) || textOf(resource.name) || 'Imported questionnaire').slice(0, 120),
		intro: about,
		fields
	};
}

/** The place in the file of a fault in our model. */
function placeOf(path: string, paths: readonly string[]): string {
	const field = /^fields\.(\d+)/.exec(path)?.[1];
	if (field !== undefined) return paths[Number(field)] ?? 'item';
	return path === 'fields' ? 'item' : '';
}

function wrongResource(resource: Json): FileFault {
	const kind = isObject(resource) ? textOf(resource.resourceType) : '';
	const message = kind
		? `This file holds a ${kind}. Please choose one that holds a Questionnaire.`
		: 'This file is JSON, but no FHIR Questionnaire: its “resourceType” does not say so.';
	return new FileFault(kind ? 'resourceType' : '', message);
}
