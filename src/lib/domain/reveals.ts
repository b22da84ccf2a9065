import type { Reveal } from './room.ts';

export interface RevealedField {
	key: string;
	label: string;
	answers: Reveal[];
}

/** What is shown, by field, in the order in which the fields first came up; the answers keep the server's order. */
export function revealedFields(reveals: readonly Reveal[]): RevealedField[] {
	const fields: RevealedField[] = [];
	for (const reveal of reveals) {
		const key = `${reveal.step}-${reveal.field}`;
		const known = fields.find((field) => field.key === key);
		if (known) known.answers.push(reveal);
		else fields.push({ key, label: reveal.label, answers: [reveal] });
	}
	return fields;
}
