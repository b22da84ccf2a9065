import { SELF_HARM } from '../../src/lib/domain/measures/measure.ts';
import { linkIdOf } from './codes.ts';
import { FileFault } from './file-fault.ts';
import { isObject, type Json, type JsonObject } from './json-lines.ts';
import { OWN_FIELD, ownWords } from './own-words.ts';
import { both, conditionsOf, type Conditions, type Earlier } from './read-conditions.ts';
import { choiceKind, isWithWords, SOMETHING_ELSE } from './read-choice.ts';
import { boundOf, isControl, itemsIn, plainKind, TYPES_OF_KIND, valueOf, type Kind } from './read-kind.ts';
import { Names } from './read-names.ts';
import { textOf, type ReadOption } from './read-options.ts';
import { columnsOf } from './read-rows.ts';
import type { Place, Places } from './reading.ts';

const TYPES = new Set([
	...[
		'group',
		'display',
		'boolean',
		'decimal',
		'integer',
		'date',
		'dateTime',
		'time',
		'string',
		'text',
		'url'
	],
	...['choice', 'open-choice', 'attachment', 'reference', 'quantity', 'question']
]);
/** PHQ-9's item about harming oneself: wherever it stands, an answer above 0 tells the facilitators (S03). */
const SELF_HARM_ITEM = '44260-8';
const ALWAYS: Conditions = { when: [], whenAll: false };

interface Around {
	path: string;
	within: readonly string[];
	waitsFor: Conditions;
}

/** The items of a Questionnaire, one after the other, as the fields of a sheet. */
export class ItemReader implements Places {
	readonly fields: JsonObject[] = [];
	/** Where in the file each field stands. */
	readonly paths: string[] = [];
	/** What could not be taken over as it was. */
	readonly remarks: string[] = [];
	readonly places = new Map<string, Place>();
	readonly values = new Map<string, ReadonlyMap<string, JsonObject>>();
	readonly #names = new Names();
	readonly #contained: readonly JsonObject[];
	readonly #linkIds = new Set<string>();
	readonly #earlier = new Map<string, Earlier>();

	constructor(contained: readonly JsonObject[]) {
		this.#contained = contained;
	}

	readAll(items: Json | undefined, around: Around = { path: 'item', within: [], waitsFor: ALWAYS }): void {
		if (!Array.isArray(items))
			throw new FileFault(around.path, 'This must be a list of questions in square brackets.');
		items.forEach((item, index) => {
			const path = `${around.path}.${index}`;
			if (!isObject(item)) throw new FileFault(path, 'A question must stand in curly brackets.');
			this.#check(item, path);
			this.#read(item, { ...around, path });
		});
	}

	/** Every item needs a name of its own and a type that FHIR knows, whether we can ask it or not. */
	#check(item: JsonObject, path: string): void {
		const linkId = textOf(item.linkId);
		if (linkId === '')
			throw new FileFault(path, 'This question has no “linkId”, the name that its answer hangs on.');
		if (this.#linkIds.has(linkId))
			throw new FileFault(`${path}.linkId`, `Two questions have the linkId “${linkId}”.`);
		this.#linkIds.add(linkId);
		const type = textOf(item.type);
		if (type === '')
			throw new FileFault(path, 'This question has no “type”, so it is not clear how to ask it.');
		if (!TYPES.has(type)) throw new FileFault(`${path}.type`, `FHIR has no questions of the type “${type}”.`);
		if (item.text !== undefined && typeof item.text !== 'string') {
			throw new FileFault(`${path}.text`, 'The words of a question must be a text.');
		}
	}

	#read(item: JsonObject, around: Around): void {
		const said = ownWords(item, OWN_FIELD);
		const own = said && TYPES_OF_KIND[textOf(said.kind)]?.includes(textOf(item.type)) ? said : null;
		const label = textOf(item.text);
		if (valueOf(item, 'questionnaire-hidden') === true) return this.#pass(item, around.path);
		if (item.readOnly === true && item.type !== 'display') {
			this.#remark(item, 'is worked out by the other system, so it is left out of the sheet');
			return this.#pass(item, around.path);
		}
		const waitsFor = this.#waitsFor(item, around);
		if (item.type === 'group' && !own && item.repeats !== true) {
			if (label !== '') this.#add(item, { kind: 'note', label }, { ...around, waitsFor }, 'heading');
			const within = [...around.within, textOf(item.linkId)];
			return this.readAll(item.item ?? [], { path: `${around.path}.item`, within, waitsFor });
		}
		if (
			item.type === 'display' &&
			(label === '' || ['help', 'lower', 'upper', 'unit'].some((one) => isControl(item, one)))
		)
			return;
		this.#readQuestion(item, own, { ...around, waitsFor });
	}

	#readQuestion(item: JsonObject, own: JsonObject | null, around: Around): void {
		const linkId = textOf(item.linkId);
		const isRows = item.type === 'group';
		const options = textOf(item.type).endsWith('choice') ? choiceKind(item, this.#contained, own) : null;
		const kind: Kind | null = isRows ? { kind: 'rows' } : (options?.kind ?? plainKind(item));
		if (options?.remark) this.#remark(item, options.remark);
		if (!kind) {
			this.#remark(item, 'asks for something that a sheet cannot hold, so it is left out');
			return this.#pass(item, around.path);
		}
		if (item.type === 'dateTime') this.#remark(item, 'asks for a day and a time; the sheet asks for the day');
		const label = textOf(item.text) || linkId;
		const isRepeated =
			item.repeats === true && !isRows && !('options' in kind) && !own && kind.kind !== 'note';
		const rows = {
			kind: 'rows',
			item: 'entry',
			mostRows: 20,
			columns: [{ ...kind, id: 'entry', label: label.slice(0, 300) }]
		};
		const known = own
			? {
					...kind,
					...own,
					...boundsOf(item, own),
					...('options' in kind ? { options: kind.options ?? null } : {})
				}
			: kind;
		const asked = this.#add(
			item,
			{ label, ...(isRepeated ? rows : known) },
			around,
			isRepeated ? 'repeated' : 'asked'
		);
		if (isRepeated)
			this.places.set(`${asked.link}.entry`, { theirs: linkId, within: around.within, role: 'made' });
		if (isRows) return this.#readInside(item, own, { ...around, ...asked });
		this.#remember(linkId, asked, {
			kind: textOf(asked.field.kind),
			isWhole: item.type === 'integer',
			options: options?.options ?? []
		});
		if (options && isWithWords(item)) this.#askForWords(linkId, asked.field, around);
		const inside = itemsIn(item).filter(
			(one) => !['help', 'lower', 'upper', 'unit'].some((control) => isControl(one, control))
		);
		if (inside.length > 0)
			this.readAll(inside, {
				path: `${around.path}.item`,
				within: [...around.within, linkId],
				waitsFor: around.waitsFor
			});
	}

	/** A repeating group's questions are the columns of its rows. Contacts and second ratings have their own. */
	#readInside(item: JsonObject, own: JsonObject | null, { path, field, link }: Around & Added): void {
		if (own && own.kind !== 'rows') return;
		const within = [...(this.places.get(link)?.within ?? []), textOf(item.linkId)];
		const read = columnsOf(item, { contained: this.#contained, link, within });
		itemsIn(item).forEach((one, index) => this.#check(one, `${path}.item.${index}`));
		for (const [name, place] of read.places) this.places.set(name, place);
		for (const [name, values] of read.values) this.values.set(name, values);
		for (const remark of read.remarks) this.remarks.push(remark);
		if (read.columns.length === 0)
			throw new FileFault(path, 'This repeating group asks nothing that a sheet can hold.');
		field.columns = read.columns;
		if (own) return;
		field.item = 'row';
		const most = valueOf(item, 'questionnaire-maxOccurs');
		field.mostRows = typeof most === 'number' ? Math.min(Math.max(most, 1), 100) : 20;
	}

	/** A question that also takes words of one's own gets one more answer and a line for the words. */
	#askForWords(linkId: string, { id, label }: JsonObject, { path, within }: Around): void {
		const words = this.#names.take(`${textOf(id)}-words`);
		const when = [{ field: id ?? null, is: SOMETHING_ELSE }];
		this.fields.push({
			id: words,
			kind: 'text',
			label: `In your own words: ${textOf(label)}`.slice(0, 300),
			when
		});
		this.paths.push(path);
		this.places.set(words, { theirs: linkId, within, role: 'made' });
	}

	#add(item: JsonObject, said: JsonObject, around: Around, role: Place['role']): Added {
		const { waitsFor, within, path } = around;
		const linkId = textOf(item.linkId);
		const code = this.#loincOf(item);
		const wished = typeof said.id === 'string' ? said.id : linkId;
		const helpItem = itemsIn(item).find((one) => isControl(one, 'help'));
		const help = textOf(helpItem?.text);
		const field: JsonObject = {
			...said,
			id: this.#names.take(role === 'heading' ? `${wished}-heading` : wished),
			...(help === '' ? {} : { help }),
			...(code === null ? {} : { code }),
			...(waitsFor.when.length > 0 ? { when: waitsFor.when.map((one) => ({ ...one })) } : {}),
			...(waitsFor.whenAll ? { whenAll: true } : {})
		};
		if (code === SELF_HARM_ITEM && field.kind === 'choice') Object.assign(field, asRisk(field));
		this.fields.push(field);
		this.paths.push(path);
		const link = linkIdOf({ id: textOf(field.id), ...(code === null ? {} : { code }) });
		this.places.set(link, { theirs: linkId, within, role });
		if (helpItem) this.places.set(`${link}.help`, { theirs: textOf(helpItem.linkId), within, role });
		return { field, link };
	}

	#remember(
		linkId: string,
		{ field, link }: Added,
		of: { kind: string; isWhole: boolean; options: readonly ReadOption[] }
	): void {
		this.#earlier.set(linkId, { id: textOf(field.id), ...of, kind: of.kind as Earlier['kind'] });
		if (of.options.length > 0)
			this.values.set(link, new Map(of.options.map(({ option, value }) => [option.id, value])));
	}

	#waitsFor(item: JsonObject, { waitsFor }: Around): Conditions {
		const own = conditionsOf(item, this.#earlier);
		const read = own && both(waitsFor, own);
		if (!read)
			this.#remark(item, 'waits for an answer in a way that the sheet cannot follow, so it is always shown');
		return read ?? waitsFor;
	}

	/** LOINC's name of a question, once a sheet. */
	#loincOf({ code }: JsonObject): string | null {
		const codings = Array.isArray(code) ? code.filter(isObject) : [];
		const found = textOf(codings.find(({ system }) => system === 'http://loinc.org')?.code);
		return found !== '' && found.length <= 60 && !this.places.has(`/${found}`) ? found : null;
	}

	/** What is not asked still has to be well formed: it goes on with the rest. */
	#pass(item: JsonObject, path: string): void {
		itemsIn(item).forEach((one, index) => {
			this.#check(one, `${path}.item.${index}`);
			this.#pass(one, `${path}.item.${index}`);
		});
	}

	#remark(item: JsonObject, what: string): void {
		const label = textOf(item.text) || textOf(item.linkId);
		this.remarks.push(`“${label.length > 80 ? `${label.slice(0, 79)}…` : label}” ${what}.`);
	}
}

interface Added {
	field: JsonObject;
	/** What we call it in a Questionnaire. */
	link: string;
}

/** The ends of our own ratings and numbers stand in HL7's extensions. */
function boundsOf(item: JsonObject, { kind }: JsonObject): JsonObject {
	if (kind !== 'scale' && kind !== 'number') return {};
	const bounds = { least: boundOf(item, 'minValue'), most: boundOf(item, 'maxValue') };
	return kind === 'scale' ? { ...bounds, step: valueOf(item, 'questionnaire-sliderStepValue') ?? 1 } : bounds;
}

/** Answers that do not say what they count do so in their order. */
function asRisk({ options }: JsonObject): JsonObject {
	const counted = (Array.isArray(options) ? options.filter(isObject) : []).map((option, value) => ({
		value,
		...option
	}));
	return { options: counted, risk: { ...SELF_HARM } };
}
