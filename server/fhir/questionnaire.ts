import {
	fieldNamed,
	type Column,
	type Condition,
	type Exercise,
	type Field,
	type Scale
} from '../../src/lib/domain/exercise.ts';
import { againColumns } from '../../src/lib/domain/worksheet-tables.ts';
import { linkIdOf, loinc, optionCoding, urlOf } from './codes.ts';
import { ownExercise, ownField } from './own-words.ts';
import type { EnableWhen, Extension, Questionnaire, QuestionnaireItem } from './resource.ts';

export const STRUCTURE = 'http://hl7.org/fhir/StructureDefinition';

/** An exercise or a measure as a FHIR R4 Questionnaire. */
export function questionnaireOf(exercise: Exercise): Questionnaire {
	const { scoring } = exercise;
	return {
		resourceType: 'Questionnaire',
		url: urlOf(exercise),
		...(exercise.version === undefined ? {} : { version: `${exercise.version}` }),
		extension: [ownExercise(exercise)],
		title: exercise.title,
		status: 'active',
		subjectType: exercise.sharing === 'together' ? ['Group', 'Patient'] : ['Patient'],
		description: exercise.intro,
		...(scoring ? { copyright: scoring.credit } : {}),
		...(scoring?.codes ? { code: [loinc(scoring.codes.panel, exercise.title)] } : {}),
		item: exercise.fields.map((field) => itemOf(exercise, field))
	};
}

function itemOf(exercise: Exercise, field: Field): QuestionnaireItem {
	const asked = { linkId: linkIdOf(field), text: field.label };
	const when = (field.when ?? []).map((condition) => enableWhen(exercise, condition));
	const enabled = when.length
		? { enableWhen: when, ...(when.length > 1 ? { enableBehavior: behaviour(field) } : {}) }
		: {};
	const code = field.code ? { code: [loinc(field.code, field.label)] } : {};
	return { ...asked, ...code, ...enabled, ...explained(field, whole(exercise, field, asked.linkId)) };
}

/** The type of a question, with what only we know of it. */
function whole(exercise: Exercise, asked: Field | Column, linkId: string): Typed {
	const typed = typeOf(exercise, asked, linkId);
	return { ...typed, extension: [...(typed.extension ?? []), ownField(asked)] };
}

/** Help stands in a line of its own under the question; FHIR lets words to read have none under them. */
function explained(field: Field, typed: Typed): Typed {
	if (!field.help || field.kind === 'note') return typed;
	const help = { linkId: `${linkIdOf(field)}.help`, text: field.help, type: 'display' };
	return {
		...typed,
		item: [{ ...help, extension: [control('help', 'Help-Button')] }, ...(typed.item ?? [])]
	};
}

function control(code: string, display: string): Extension {
	const coding = { system: 'http://hl7.org/fhir/questionnaire-item-control', code, display };
	return { url: `${STRUCTURE}/questionnaire-itemControl`, valueCodeableConcept: { coding: [coding] } };
}

function behaviour(field: Field): 'any' | 'all' {
	return field.whenAll ? 'all' : 'any';
}

type Typed = Pick<QuestionnaireItem, 'type'> & Partial<QuestionnaireItem>;

function typeOf(exercise: Exercise, asked: Field | Column, linkId: string): Typed {
	switch (asked.kind) {
		case 'text':
			return { type: 'string' };
		case 'long':
			return { type: 'text' };
		case 'note':
			return { type: 'display' };
		case 'yes-no':
			return { type: 'boolean' };
		case 'date':
		case 'time':
			return { type: asked.kind };
		case 'number':
			return { type: 'decimal', extension: between(asked) };
		case 'computed':
			return { type: 'decimal' };
		case 'agreed':
			return { type: 'string', repeats: true };
		case 'scale':
			return scaleOf(asked);
		case 'choice':
		case 'choices':
			return {
				type: 'choice',
				...(asked.kind === 'choices' ? { repeats: true } : {}),
				answerOption: asked.options.map((option) => ({ valueCoding: optionCoding(exercise, option) }))
			};
		case 'contact':
			return {
				type: 'group',
				item: [
					{ linkId: `${linkId}.name`, text: 'Name', type: 'string' },
					{ linkId: `${linkId}.phone`, text: 'Phone', type: 'string' }
				]
			};
		case 'rows':
			return {
				type: 'group',
				repeats: true,
				item: asked.columns.map((column) => {
					const id = `${linkId}.${column.id}`;
					return { linkId: id, text: column.label, ...whole(exercise, column, id) };
				})
			};
		case 'again': {
			const columns = againColumns(exercise, asked);
			const rated = columns ? scaleOf(columns.scale) : { type: 'integer' };
			return {
				type: 'group',
				repeats: true,
				item: [
					{ linkId: `${linkId}.name`, text: columns?.name.label ?? 'What', type: 'string' },
					{ linkId: `${linkId}.before`, text: 'Before', ...rated },
					{ linkId: `${linkId}.now`, text: 'Now', ...rated }
				]
			};
		}
	}
}

function scaleOf(scale: Scale): Typed {
	return {
		type: 'integer',
		extension: [
			...between(scale),
			{ url: `${STRUCTURE}/questionnaire-sliderStepValue`, valueInteger: scale.step },
			control('slider', 'Slider')
		]
	};
}

function between({ least, most }: { least: number; most: number }): Extension[] {
	return [bound('minValue', least), bound('maxValue', most)];
}

function bound(name: 'minValue' | 'maxValue', value: number): Extension {
	const url = `${STRUCTURE}/${name}`;
	return Number.isInteger(value) ? { url, valueInteger: value } : { url, valueDecimal: value };
}

function enableWhen(exercise: Exercise, condition: Condition): EnableWhen {
	const field = fieldNamed(exercise, condition.field);
	const question = field ? linkIdOf(field) : condition.field;
	if ('below' in condition) return { question, operator: '<', answerInteger: condition.below };
	if ('from' in condition) return { question, operator: '>=', answerInteger: condition.from };
	if (typeof condition.is === 'boolean') return { question, operator: '=', answerBoolean: condition.is };
	const options = field && 'options' in field ? field.options : [];
	const option = options.find((one) => one.id === condition.is) ?? { id: condition.is, label: condition.is };
	return { question, operator: '=', answerCoding: optionCoding(exercise, option) };
}
