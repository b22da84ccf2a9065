import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { sourceOf } from './read-file.ts';
import { SOMETHING_ELSE } from './read-choice.ts';
import { itemsIn } from './read-kind.ts';
import { textOf } from './read-options.ts';
import type { Reading } from './read-questionnaire.ts';
import type { JsonObject } from './json-lines.ts';
import type { ResponseAnswer, ResponseItem } from './resource.ts';

interface Asked {
	exercise: Exercise;
	reading: Reading;
}

/** Answers under the names, in the groups and with the values of the file that asked for them. */
export function underTheirNames(
	items: readonly ResponseItem[],
	{ exercise, reading }: Asked
): ResponseItem[] {
	const types = new Map(typesIn(sourceOf(exercise.source?.fhir ?? '{}')));
	const root: ResponseItem[] = [];
	const open = new Map<string, ResponseItem>();
	for (const item of items) {
		const place = reading.places.get(item.linkId);
		const groups = (place?.within ?? []).filter((linkId) => types.get(linkId)?.type === 'group');
		const list = groups.reduce((outer, linkId) => listIn(linkId, outer), root);
		const named = renamed(item, reading, types);
		// Words of one's own, and each of several answers, belong to the one question that the file has.
		const known =
			place && place.role !== 'asked' ? list.find(({ linkId }) => linkId === named.linkId) : undefined;
		if (known) known.answer = [...(known.answer ?? []), ...(named.answer ?? [])];
		else if (named.answer?.length !== 0) list.push(named);
	}
	return root;

	function listIn(linkId: string, outer: ResponseItem[]): ResponseItem[] {
		const known = open.get(linkId);
		if (known?.item) return known.item;
		const item: ResponseItem[] = [];
		const group = { linkId, text: types.get(linkId)?.text ?? linkId, item };
		open.set(linkId, group);
		outer.push(group);
		return item;
	}
}

interface Type {
	type: string;
	text: string;
}

function renamed(item: ResponseItem, reading: Reading, types: ReadonlyMap<string, Type>): ResponseItem {
	const place = reading.places.get(item.linkId);
	const linkId = place?.theirs ?? item.linkId;
	const type = types.get(linkId)?.type ?? '';
	const inside = (item.item ?? []).map((one) => renamed(one, reading, types));
	// Several answers to one question are rows with us.
	const gathered = place?.role === 'repeated' ? inside.flatMap((one) => one.answer ?? []) : null;
	const values = reading.values.get(item.linkId);
	const answer = gathered ?? item.answer?.flatMap((one) => theirValue(one, type, values));
	return {
		...{ linkId, text: item.text },
		...(answer ? { answer } : {}),
		...(gathered === null && inside.length > 0 ? { item: inside } : {})
	};
}

function theirValue(
	answer: ResponseAnswer,
	type: string,
	values: ReadonlyMap<string, JsonObject> | undefined
): ResponseAnswer[] {
	if (answer.valueCoding) {
		if (answer.valueCoding.code === SOMETHING_ELSE && type === 'open-choice') return [];
		const chosen = [...(values ?? [])].find(
			([id, value]) => id === answer.valueCoding?.code || codeIn(value) === answer.valueCoding?.code
		);
		const { valueCoding, valueString, valueInteger, valueDate, valueTime } = (chosen?.[1] ??
			answer) as ResponseAnswer;
		return [
			JSON.parse(
				JSON.stringify({ valueCoding, valueString, valueInteger, valueDate, valueTime })
			) as ResponseAnswer
		];
	}
	if (type === 'integer' && answer.valueDecimal !== undefined && Number.isInteger(answer.valueDecimal))
		return [{ valueInteger: answer.valueDecimal }];
	if (type === 'decimal' && answer.valueInteger !== undefined) return [{ valueDecimal: answer.valueInteger }];
	if (type === 'quantity')
		return [{ valueQuantity: { value: answer.valueDecimal ?? answer.valueInteger ?? 0 } }];
	if (type === 'dateTime' && answer.valueDate !== undefined) return [{ valueDateTime: answer.valueDate }];
	if (type === 'url' && answer.valueString !== undefined) return [{ valueUri: answer.valueString }];
	return [answer];
}

function codeIn({ valueCoding }: JsonObject): string | null {
	return typeof valueCoding === 'object' && valueCoding !== null && !Array.isArray(valueCoding)
		? textOf(valueCoding.code)
		: null;
}

function typesIn(element: JsonObject): [string, Type][] {
	return itemsIn(element).flatMap((item): [string, Type][] => {
		const linkId = textOf(item.linkId);
		return [[linkId, { type: textOf(item.type), text: textOf(item.text) || linkId }], ...typesIn(item)];
	});
}
