import { isObject, type JsonObject } from './json-lines.ts';
import { OWN_FIELD, ownWords } from './own-words.ts';
import { choiceKind } from './read-choice.ts';
import { boundOf, itemsIn, plainKind, TYPES_OF_KIND, valueOf, type Kind } from './read-kind.ts';
import { Names } from './read-names.ts';
import { textOf, type ReadOption } from './read-options.ts';
import type { Place, Places } from './reading.ts';

interface Around {
	contained: readonly JsonObject[];
	/** What we call the rows in a Questionnaire. */
	link: string;
	/** The items around the columns, the repeating group last. */
	within: readonly string[];
}

interface ReadColumns extends Places {
	columns: JsonObject[];
	remarks: string[];
}

/** The questions of a repeating group as the columns of its rows; groups inside it are opened. */
export function columnsOf(group: JsonObject, around: Around): ReadColumns {
	const read: ReadColumns = { columns: [], remarks: [], places: new Map<string, Place>(), values: new Map() };
	const names = new Names();
	addColumns(read, { group, names, around });
	return read;
}

function addColumns(
	read: ReadColumns,
	{ group, names, around }: { group: JsonObject; names: Names; around: Around }
): void {
	for (const item of itemsIn(group)) {
		const linkId = textOf(item.linkId);
		const label = (textOf(item.text) || linkId).slice(0, 300);
		const own = ownColumn(item);
		if (item.type === 'display') continue;
		if (item.type === 'group' && !own && item.repeats !== true) {
			addColumns(read, { group: item, names, around: { ...around, within: [...around.within, linkId] } });
			continue;
		}
		const asked =
			own && !('options' in own) && !textOf(item.type).endsWith('choice')
				? { kind: own, options: [], remark: null }
				: columnKind(item, around.contained, own);
		if (!asked) {
			read.remarks.push(`“${label}” cannot stand in a row, so it is left out.`);
			continue;
		}
		if (asked.remark) read.remarks.push(`“${label}” ${asked.remark}.`);
		if (Array.isArray(item.enableWhen))
			read.remarks.push(`“${label}” stands in every row, whatever was answered.`);
		const wished = linkId.startsWith(`${around.link}.`) ? linkId.slice(around.link.length + 1) : linkId;
		const id = names.take(typeof own?.id === 'string' ? own.id : wished, { start: 'any' });
		read.columns.push({ ...asked.kind, id, label });
		const link = `${around.link}.${id}`;
		read.places.set(link, { theirs: linkId, within: around.within, role: 'asked' });
		if (asked.options.length > 0) read.values.set(link, valuesOf(asked.options));
	}
}

function columnKind(item: JsonObject, contained: readonly JsonObject[], own: JsonObject | null) {
	if (textOf(item.type).endsWith('choice')) {
		const read = choiceKind({ ...item, type: 'choice' }, contained, own);
		return { ...read, kind: { ...own, ...read.kind } };
	}
	const kind: Kind | null = item.repeats === true ? null : plainKind(item);
	return kind ? { kind, options: [], remark: null } : null;
}

/** A column that our own words describe, with the ends that stand in HL7's extensions. */
function ownColumn(item: JsonObject): (JsonObject & Kind) | null {
	const own = ownWords(item, OWN_FIELD);
	const kind = textOf(own?.kind);
	if (!own || !TYPES_OF_KIND[kind]?.includes(textOf(item.type))) return null;
	const { options, ...rest } = own;
	const bounds: JsonObject =
		kind === 'scale' || kind === 'number'
			? { least: boundOf(item, 'minValue'), most: boundOf(item, 'maxValue') }
			: {};
	const step: JsonObject =
		kind === 'scale' ? { step: valueOf(item, 'questionnaire-sliderStepValue') ?? 1 } : {};
	return { ...rest, ...bounds, ...step, ...(isObject(options) ? { options } : {}), kind };
}

function valuesOf(options: readonly ReadOption[]): ReadonlyMap<string, JsonObject> {
	return new Map(options.map(({ option, value }) => [option.id, value]));
}
