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
import type { EnableWhen, Extension, Questionnaire, QuestionnaireItem } from './resource.ts';

const STRUCTURE = 'http://hl7.org/fhir/StructureDefinition';

/** An exercise or a measure as a FHIR R4 Questionnaire. */
export function questionnaireOf(exercise: Exercise): Questionnaire {
	const { scoring } = exercise;
	return {
		resourceType: 'Questionnaire',
		url: urlOf(exercise),
		title: exercise.title,
		status: 'active',
		subjectType: ['Patient'],
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
	return { ...asked, ...code, ...enabled, ...typeOf(exercise, field, asked.linkId) };
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
					return { linkId: id, text: column.label, ...typeOf(exercise, column, id) };
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
	const slider = {
		system: 'http://hl7.org/fhir/questionnaire-item-control',
		code: 'slider',
		display: 'Slider'
	};
	return {
		type: 'integer',
		extension: [
			...between(scale),
			{ url: `${STRUCTURE}/questionnaire-sliderStepValue`, valueInteger: scale.step },
			{ url: `${STRUCTURE}/questionnaire-itemControl`, valueCodeableConcept: { coding: [slider] } }
		]
	};
}

function between({ least, most }: { least: number; most: number }): Extension[] {
	return [
		{ url: `${STRUCTURE}/minValue`, valueInteger: least },
		{ url: `${STRUCTURE}/maxValue`, valueInteger: most }
	];
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
