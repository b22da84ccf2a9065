import { isNothing, NOTHING, type Answer } from '../../src/lib/domain/answer.ts';
import type { Column, Exercise, Field } from '../../src/lib/domain/exercise.ts';
import { againColumns } from '../../src/lib/domain/worksheet-tables.ts';
import { linkIdOf } from '../../server/fhir/codes.ts';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from '../../server/fhir/resource.ts';

/** The answers that another system would find in a QuestionnaireResponse, by the questions it was asked. */
export function readResponse(
	{ item }: Pick<QuestionnaireResponse, 'item'>,
	exercise: Exercise
): { id: string; label: string; answer: Answer }[] {
	return exercise.fields.flatMap((field) => {
		const items = item.filter(({ linkId }) => linkId === linkIdOf(field));
		const answer = items.length === 0 ? NOTHING : answerTo(exercise, field, items);
		return isNothing(answer) ? [] : [{ id: field.id, label: items[0]!.text, answer }];
	});
}

function answerTo(exercise: Exercise, field: Field, items: readonly ResponseItem[]): Answer {
	if (field.kind === 'rows') return table(field, field.columns, items);
	if (field.kind !== 'again') return plainAnswer(field, items[0]!);
	const { name, scale } = againColumns(exercise, field)!;
	return table(
		field,
		[
			{ ...name, id: 'name' },
			{ ...scale, id: 'before', label: 'Before' },
			{ ...scale, id: 'now', label: 'Now' }
		],
		items
	);
}

/** One item a row; a cell that was left empty has none in it. */
function table(field: Field, columns: readonly Column[], items: readonly ResponseItem[]): Answer {
	return {
		is: 'table',
		head: columns.map(({ label }) => label),
		rows: items.map((row) =>
			columns.map((column) => {
				const cell = row.item?.find(({ linkId }) => linkId === `${linkIdOf(field)}.${column.id}`);
				return cell ? plainAnswer(column, cell) : NOTHING;
			})
		)
	};
}

function plainAnswer(asked: Field | Column, { answer = [], item = [], linkId }: ResponseItem): Answer {
	const [first] = answer;
	switch (asked.kind) {
		case 'text':
		case 'long':
			return { is: 'words', words: first!.valueString! };
		case 'scale':
			return { is: 'rating', value: numberIn(first!), least: asked.least, most: asked.most };
		case 'number':
			return { is: 'number', value: numberIn(first!), unit: asked.unit };
		case 'computed':
			return { is: 'number', value: numberIn(first!), unit: '%' };
		case 'yes-no':
			return { is: 'yes-no', yes: first!.valueBoolean! };
		case 'date':
			return { is: 'date', date: first!.valueDate! };
		case 'time':
			return { is: 'time', time: first!.valueTime!.slice(0, 'hh:mm'.length) };
		case 'agreed':
			return { is: 'agreed', names: answer.map(({ valueString }) => valueString!) };
		case 'contact': {
			const part = (name: string) =>
				item.find((one) => one.linkId === `${linkId}.${name}`)?.answer?.[0]?.valueString ?? '';
			return { is: 'contact', name: part('name'), phone: part('phone') };
		}
		case 'choice':
		case 'choices':
			return {
				is: 'chosen',
				options: answer.map(({ valueCoding }) => {
					const { id, label } = asked.options.find(
						(option) => (option.code ?? option.id) === valueCoding!.code
					)!;
					return { id, label };
				})
			};
		default:
			return NOTHING;
	}
}

function numberIn({ valueInteger, valueDecimal }: ResponseAnswer): number {
	return (valueInteger ?? valueDecimal)!;
}
