import type { Answer } from '../../src/lib/domain/answer.ts';
import { fieldNamed, type Column, type Exercise, type Field } from '../../src/lib/domain/exercise.ts';
import type { WorksheetJson } from '../../src/lib/domain/worksheet-record.ts';
import { fhirId, linkIdOf, loinc, optionCoding, urlOf } from './codes.ts';
import type { Reading } from './read-questionnaire.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';
import { underTheirNames } from './response-names.ts';
import type { Observation, QuestionnaireResponse, ResponseAnswer, ResponseItem } from './resource.ts';

export interface Kept {
	id: string;
	sheet: WorksheetJson;
	/** The exercise it was, when it is still shipped. */
	exercise: Exercise | null;
	/** How the file was read that the exercise came from. */
	reading?: Reading | null;
	/** Whose it is, by the name the group knows; nothing else says so. What several filled in is the group's. */
	of: { author: string } | { group: string };
	/** In ms since 1970. */
	at: number;
	/** Whether it was changed after it was first kept. */
	amended: boolean;
}

/** A worksheet that was kept as a FHIR R4 QuestionnaireResponse. */
export function responseOf({ id, sheet, exercise, reading, of, at, amended }: Kept): QuestionnaireResponse {
	const item = sheet.fields.flatMap((kept) => {
		const field = exercise && fieldNamed(exercise, kept.id);
		const linkId = field ? linkIdOf(field) : kept.id;
		return itemsOf(kept.answer, { linkId, text: kept.label, asked: field, of: { id: sheet.exercise } });
	});
	return {
		resourceType: 'QuestionnaireResponse',
		id: fhirId(id),
		questionnaire: canonicalOf(sheet, exercise),
		status: amended ? 'amended' : 'completed',
		...writtenBy(of),
		authored: new Date(at).toISOString(),
		item: reading && exercise ? underTheirNames(item, { exercise, reading }) : item
	};
}

/** A group is a subject and no author: nobody can say who of it wrote what. */
function writtenBy(of: Kept['of']): Pick<QuestionnaireResponse, 'subject' | 'author'> {
	if ('group' in of) return { subject: { type: 'Group', display: of.group } };
	return { subject: { display: of.author }, author: { display: of.author } };
}

/** The Questionnaire that was answered, in the version in which it was. */
function canonicalOf({ exercise: id }: WorksheetJson, exercise: Exercise | null): string {
	const written = exercise?.source && writeQuestionnaire(exercise);
	const url = typeof written?.url === 'string' ? written.url : urlOf({ id });
	const version = written ? written.version : exercise?.version;
	return version === undefined ? url : `${url}|${version}`;
}

/** A measure's total, as we worked it out; null when it has none. */
export function totalOf({ id, sheet, exercise, of, at }: Kept): Observation | null {
	const { score } = sheet;
	if (!score || score.total === null) return null;
	const codes = exercise?.scoring?.codes;
	const text = `${sheet.title} total`;
	const local = { system: 'urn:hearth:totals', code: sheet.exercise, display: text };
	return {
		resourceType: 'Observation',
		status: 'final',
		category: [
			{
				coding: [
					{
						system: 'http://terminology.hl7.org/CodeSystem/observation-category',
						code: 'survey',
						display: 'Survey'
					}
				]
			}
		],
		code: { coding: [codes ? loinc(codes.total, text) : local], text },
		subject: writtenBy(of).subject,
		effectiveDateTime: new Date(at).toISOString(),
		valueInteger: score.total,
		...(score.band ? { interpretation: [{ text: score.band }] } : {}),
		derivedFrom: [{ reference: `QuestionnaireResponse/${fhirId(id)}` }]
	};
}

interface Place {
	linkId: string;
	text: string;
	asked: Field | Column | null;
	of: Pick<Exercise, 'id'>;
}

/** Most answers are one item; a repeating group is one for each row. */
function itemsOf(answer: Answer, at: Place): ResponseItem[] {
	const { linkId, text } = at;
	if (answer.is === 'table') {
		return answer.rows.map((cells) => ({
			linkId,
			text,
			item: cells.flatMap((cell, index) => itemsOf(cell, cellPlace(at, answer.head[index] ?? '', index)))
		}));
	}
	if (answer.is === 'contact') {
		const parts = (['name', 'phone'] as const).filter((part) => answer[part] !== '');
		const item = parts.map((part) => ({
			linkId: `${linkId}.${part}`,
			text: part === 'name' ? 'Name' : 'Phone',
			answer: [{ valueString: answer[part] }]
		}));
		return [{ linkId, text, item }];
	}
	const answers = answersOf(answer, at);
	return answers.length ? [{ linkId, text, answer: answers }] : [];
}

const AGAIN = ['name', 'before', 'now'];

function cellPlace({ linkId, asked, of }: Place, text: string, index: number): Place {
	const column = asked?.kind === 'rows' ? (asked.columns[index] ?? null) : null;
	const name = column?.id ?? (asked?.kind === 'again' ? AGAIN[index] : undefined) ?? `${index + 1}`;
	return { linkId: `${linkId}.${name}`, text, asked: column, of };
}

function answersOf(answer: Answer, { asked, of }: Place): ResponseAnswer[] {
	switch (answer.is) {
		case 'words':
			return [{ valueString: answer.words.trim() }];
		case 'rating':
			return [
				Number.isInteger(answer.value) ? { valueInteger: answer.value } : { valueDecimal: answer.value }
			];
		case 'number':
			return [{ valueDecimal: answer.value }];
		case 'yes-no':
			return [{ valueBoolean: answer.yes }];
		case 'date':
			return [{ valueDate: answer.date }];
		case 'time':
			return [{ valueTime: `${answer.time}:00` }];
		case 'agreed':
			return answer.names.map((name) => ({ valueString: name }));
		case 'chosen': {
			const options = asked && 'options' in asked ? asked.options : [];
			return answer.options.map((chosen) => ({
				valueCoding: optionCoding(of, options.find((option) => option.id === chosen.id) ?? chosen)
			}));
		}
		default:
			return [];
	}
}
