import * as v from 'valibot';
import { isCountry } from '#lib/domain/countries.ts';
import type { CrisisLine, Licence } from '#lib/domain/practice.ts';
import { Refusal } from '#lib/domain/refusal.ts';

/** How many crisis lines a practice can name. */
export const CRISIS_LINES_MOST = 12;

/** A line of text that must be there. */
export function line(length: number, missing: string) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty(missing),
		v.maxLength(length, `Please use at most ${length} letters.`)
	);
}

export function emptyLine(length: number) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(length, `Please use at most ${length} letters.`)
	);
}

export const country = v.pipe(v.optional(v.string(), ''), v.check(isCountry, 'Please choose a country.'));

/** The practice's own words; its crisis lines are `lineName0`, `linePhone0`, `lineNote0`, `lineCountry0` and so on. */
export const practiceFields = {
	practice: line(80, 'Please give your practice a name.'),
	country
};

/** All empty: no licence, and peer support groups alone. */
export const licenceFields = {
	profession: emptyLine(80),
	number: emptyLine(60),
	jurisdiction: emptyLine(80),
	expires: v.optional(v.string(), '')
};

/** The licence that a form holds, or null. Throws a Refusal when only a part of one is there. */
export function licenceIn(
	form: Record<'profession' | 'number' | 'jurisdiction' | 'expires' | 'country', string>
): Licence | null {
	const { profession, number, jurisdiction, expires } = form;
	if (!profession && !number && !jurisdiction && !expires) return null;
	const missing = {
		profession: 'Please say what your profession is.',
		number: 'Please give the number of your licence.',
		jurisdiction: 'Please say who gave you the licence.'
	};
	for (const field of ['profession', 'number', 'jurisdiction'] as const) {
		if (!form[field]) throw new Refusal('invalid', missing[field], field);
	}
	if (!/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(Date.parse(expires))) {
		throw new Refusal('invalid', 'Please say until which day your licence is valid.', 'expires');
	}
	return { profession, number, jurisdiction, expires, country: form.country };
}

/** The crisis lines that a form holds. Throws a Refusal when there is none of the practice's own country (S01), or half of one. */
export function crisisLinesIn(form: Record<string, unknown>): CrisisLine[] {
	const text = (name: string) =>
		String(form[name] ?? '')
			.trim()
			.slice(0, 200);
	const lines: CrisisLine[] = [];
	for (let index = 0; index < CRISIS_LINES_MOST; index++) {
		const found = {
			name: text(`lineName${index}`),
			phone: text(`linePhone${index}`),
			note: text(`lineNote${index}`)
		};
		const answersIn = text(`lineCountry${index}`);
		if (!found.name && !found.phone && !found.note) continue;
		if (!found.name) throw new Refusal('invalid', 'Please say whose number this is.', `lineName${index}`);
		if (!/\d{2}/.test(found.phone)) {
			throw new Refusal('invalid', 'Please give a phone number that people can call.', `linePhone${index}`);
		}
		if (answersIn && !isCountry(answersIn)) {
			throw new Refusal('invalid', 'Please choose where this number answers.', `lineCountry${index}`);
		}
		lines.push(answersIn ? { ...found, country: answersIn } : found);
	}
	if (lines.length === 0) {
		throw new Refusal(
			'invalid',
			'Please give at least one line that people can call in a crisis.',
			'lineName0'
		);
	}
	// Whoever is where the practice has no line is given these.
	if (!lines.some((one) => (one.country ?? form.country) === form.country)) {
		throw new Refusal('invalid', 'At least one number must answer in your own country.', 'lineCountry0');
	}
	return lines;
}
