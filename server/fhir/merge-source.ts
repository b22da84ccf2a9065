import { isObject, type Json, type JsonObject } from './json-lines.ts';
import { extensionsOf } from './own-words.ts';
import { itemsIn } from './read-kind.ts';
import { textOf } from './read-options.ts';
import type { Places } from './reading.ts';
import { isSame } from './same.ts';

/** Three Questionnaires: the file as it came, what we would write of it untouched, and what we would write now. */
interface Three {
	source: JsonObject;
	base: JsonObject;
	mine: JsonObject;
}

/**
 * The file with what has been changed since it came, and nothing else of it touched: whatever we have no word for
 * stays where it stood.
 */
export function mergeSource(three: Three, { places }: Pick<Places, 'places'>): JsonObject {
	const [base, mine] = [nested(three.base, places, three.source), nested(three.mine, places, three.source)];
	if (isSame(base, mine)) return three.source;
	const result = merged({ source: three.source, base, mine }, new Map(allItems(three.source)));
	return { ...result, ...madeFrom(three) };
}

/** What was changed is another Questionnaire, made from the first. */
function madeFrom({ source, mine }: Three): JsonObject {
	const before = Array.isArray(source.derivedFrom) ? source.derivedFrom : [];
	const origin = source.url === undefined || source.url === mine.url ? [] : [source.url];
	const derivedFrom = [...before, ...origin];
	return {
		...(mine.url === undefined ? {} : { url: mine.url }),
		...(mine.version === undefined ? {} : { version: mine.version }),
		...(derivedFrom.length > 0 ? { derivedFrom } : {})
	};
}

function merged({ source, base, mine }: Three, theirs: ReadonlyMap<string, JsonObject>): JsonObject {
	const result: JsonObject = { ...source };
	for (const name of new Set([...Object.keys(base), ...Object.keys(mine)])) {
		if (name === 'item' || name === 'extension' || isSame(base[name], mine[name])) continue;
		const value = name === 'answerOption' ? optionsAfter({ source, base, mine }) : mine[name];
		if (value === undefined) delete result[name];
		else result[name] = value;
		if (name === 'answerOption') delete result.answerValueSet;
	}
	const extension = extensionsAfter({ source, base, mine });
	if (extension.length > 0) result.extension = extension;
	else delete result.extension;
	const item = itemsAfter({ source, base, mine }, theirs);
	if (item.length > 0) result.item = item;
	else delete result.item;
	return result;
}

function itemsAfter({ source, base, mine }: Three, theirs: ReadonlyMap<string, JsonObject>): JsonObject[] {
	const before = new Map(itemsIn(base).map((item) => [textOf(item.linkId), item]));
	const result = itemsIn(mine).flatMap((item) => {
		const linkId = textOf(item.linkId);
		const [from, was] = [theirs.get(linkId), before.get(linkId)];
		// Several answers to one question are rows with us; once that was changed, it is a group of its own.
		const isRegrouped = from && item.type === 'group' && from.type !== 'group' && !isSame(was, item);
		if (isRegrouped) return [filled({ ...from, ...item })];
		if (from) return [merged({ source: from, base: was ?? {}, mine: item }, theirs)];
		// What we made to ask all of an item is no item of the file, unless it says something new.
		return was && isSame(was, item) ? [] : [filled(item)];
	});
	// What we do not ask stays behind what it stood behind.
	itemsIn(source).forEach((item, index, all) => {
		const linkId = textOf(item.linkId);
		if (before.has(linkId) || result.some((one) => one.linkId === linkId)) return;
		const neighbours = all.slice(0, index).map((one) => textOf(one.linkId));
		const at = result.findLastIndex((one) => neighbours.includes(textOf(one.linkId)));
		result.splice(at + 1, 0, item);
	});
	return result;
}

function extensionsAfter({ source, base, mine }: Three): JsonObject[] {
	const named = (element: JsonObject, url: string) => extensionsOf(element).filter((one) => one.url === url);
	const urls = [...extensionsOf(base), ...extensionsOf(mine)].map((one) => textOf(one.url));
	const changed = new Set(urls.filter((url) => !isSame(named(base, url), named(mine, url))));
	const kept = extensionsOf(source).filter((one) => !changed.has(textOf(one.url)));
	return [...kept, ...extensionsOf(mine).filter((one) => changed.has(textOf(one.url)))];
}

/** An answer that nobody touched is written as the file had it. */
function optionsAfter({ source, base, mine }: Three): Json {
	const list = (element: JsonObject) => (Array.isArray(element.answerOption) ? element.answerOption : []);
	const [theirs, before] = [list(source), list(base)];
	return list(mine).flatMap((option): Json[] => {
		const index = before.findIndex((one) => isSame(one, option));
		if (index < 0) return [option];
		const from = theirs[index];
		// Past the end of theirs stands the answer that we made for words of one's own.
		return from === undefined ? (theirs.length > 0 ? [] : [option]) : [from];
	});
}

/** Our flat list of questions in the groups in which the file has them, and under the names that it has for them. */
function nested(written: JsonObject, places: Places['places'], source: JsonObject): JsonObject {
	const theirs = new Map(allItems(source));
	const linkIds = new Set(itemsIn(written).map((item) => places.get(textOf(item.linkId))?.theirs));
	const root: JsonObject[] = [];
	const lists = new Map<string, JsonObject[]>();
	const groups = new Map<string, JsonObject>();
	let within: readonly string[] = [];
	for (const flat of itemsIn(written)) {
		const place = places.get(textOf(flat.linkId));
		within = place?.within ?? within;
		const around = within.filter((one) => theirs.get(one)?.type === 'group' || linkIds.has(one));
		const list = around.reduce((outer, one) => listIn(one, outer), root);
		if (place?.role === 'heading') groupIn(place.theirs, list).text = flat.text ?? '';
		else put(renamed(flat, places), list);
	}
	return { ...written, item: root };

	function listIn(linkId: string, outer: JsonObject[]): JsonObject[] {
		groupIn(linkId, outer);
		return lists.get(linkId) ?? [];
	}
	function groupIn(linkId: string, outer: JsonObject[]): JsonObject {
		const known = groups.get(linkId);
		if (known) return known;
		const group: JsonObject = { linkId, type: theirs.get(linkId)?.type ?? 'group' };
		put(group, outer);
		return group;
	}
	function put(item: JsonObject, list: JsonObject[]): void {
		const linkId = textOf(item.linkId);
		const known = groups.get(linkId);
		if (known) {
			Object.assign(known, item, { item: [...itemsIn(item), ...itemsIn(known)] });
			lists.set(linkId, known.item as JsonObject[]);
			return;
		}
		const inside = [...itemsIn(item)];
		item.item = inside;
		groups.set(linkId, item);
		lists.set(linkId, inside);
		list.push(item);
	}
}

/** The same item under the file's own names, and without the extensions that the file does not need. */
function renamed(item: JsonObject, places: Places['places']): JsonObject {
	const linkId = textOf(item.linkId);
	const theirs = (ours: string) => {
		const place = places.get(ours);
		return place && place.role !== 'made' ? place.theirs : ours;
	};
	const inside = inGroups(item, places);
	const when = Array.isArray(item.enableWhen) ? item.enableWhen.filter(isObject) : [];
	return {
		...item,
		linkId: theirs(linkId),
		...(inside.length > 0 ? { item: inside } : {}),
		...(when.length > 0
			? { enableWhen: when.map((one) => ({ ...one, question: theirs(textOf(one.question)) })) }
			: {})
	};
}

/** The columns of rows, renamed, in the groups in which the file has them. */
function inGroups(item: JsonObject, places: Places['places']): JsonObject[] {
	const whole = places.get(textOf(item.linkId))?.theirs ?? '';
	const root: JsonObject[] = [];
	const groups = new Map<string, JsonObject[]>();
	for (const column of itemsIn(item)) {
		const within = places.get(textOf(column.linkId))?.within ?? [];
		const inner = within.includes(whole) ? within.slice(within.indexOf(whole) + 1) : [];
		const list = inner.reduce((outer, linkId) => {
			const known = groups.get(linkId);
			if (known) return known;
			const made: JsonObject[] = [];
			groups.set(linkId, made);
			outer.push({ linkId, type: 'group', item: made });
			return made;
		}, root);
		list.push(renamed(column, places));
	}
	return root;
}

/** FHIR has no empty lists. */
function filled({ item: _item, ...rest }: JsonObject & { item?: Json }): JsonObject {
	const inside = itemsIn({ item: _item ?? [] }).map(filled);
	return inside.length > 0 ? { ...rest, item: inside } : rest;
}

function allItems(element: JsonObject): [string, JsonObject][] {
	return itemsIn(element).flatMap((item): [string, JsonObject][] => [
		[textOf(item.linkId), item],
		...allItems(item)
	]);
}
