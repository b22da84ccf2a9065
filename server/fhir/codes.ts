import type { Exercise, Field, Option } from '../../src/lib/domain/exercise.ts';
import type { Coding } from './resource.ts';

const LOINC = 'http://loinc.org';
export const ORDINAL = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

export function urlOf(exercise: Pick<Exercise, 'id'>): string {
	return `urn:hearth:questionnaire:${exercise.id}`;
}

/** LOINC's names of questions are written with a slash, as LOINC itself does. */
export function linkIdOf(field: Pick<Field, 'id' | 'code'>): string {
	return field.code ? `/${field.code}` : field.id;
}

export function loinc(code: string, display: string): Omit<Coding, 'extension'> {
	return { system: LOINC, code, display };
}

/** What an option is called elsewhere; ours have a local code system for each exercise. */
export function optionCoding(exercise: Pick<Exercise, 'id'>, option: Option): Coding {
	const local = { system: `urn:hearth:codes:${exercise.id}`, code: option.id, display: option.label };
	const coding = option.code ? loinc(option.code, option.label) : local;
	if (option.value === undefined) return coding;
	return { ...coding, extension: [{ url: ORDINAL, valueDecimal: option.value }] };
}

/** Our ids may hold an underscore, which an id of FHIR may not; a full stop, which ours never hold, stands for it. */
export const fhirId = (id: string) => id.replaceAll('_', '.');
