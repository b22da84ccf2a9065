import type * as Y from 'yjs';
import { linesOf, type Answer } from './answer.ts';
import type { Field, FieldOf } from './exercise.ts';
import type { Picture, PictureJson } from './picture.ts';
import { rowAnswers, type RowAnswers } from './worksheet-tables.ts';
import { answerAt } from './worksheet-answers.ts';

/** Fewer points than this make no web. */
const CORNERS_LEAST = 3;

/** What can be drawn of a sheet's shown fields; nothing is drawn of what is empty. */
export function picturesOf(doc: Y.Doc, shown: readonly Field[]): PictureJson[] {
	return [
		...shown.flatMap((field) => (field.kind === 'rows' ? (pictureOf(doc, field, shown) ?? []) : [])),
		...squaresIn(shown).flatMap((fields) => squareOf(doc, fields) ?? [])
	];
}

/** The picture of one repeating group, or null while there is nothing to draw. */
export function pictureOf(doc: Y.Doc, field: FieldOf<'rows'>, shown: readonly Field[]): PictureJson | null {
	const { picture } = field;
	const rows = rowAnswers(doc, field, () => null);
	if (!picture || rows.length === 0) return null;
	return picture.kind === 'radar'
		? radarOf(field, picture, rows)
		: arrowsOf(doc, { field, picture, shown, rows });
}

/** Fields that stand in one square, each square once, in the order of the sheet. */
export function squaresIn(fields: readonly Field[]): Field[][] {
	const names = [...new Set(fields.flatMap((field) => field.square ?? []))];
	return names.map((name) => fields.filter((field) => field.square === name));
}

function radarOf(
	field: FieldOf<'rows'>,
	picture: Extract<Picture, { kind: 'radar' }>,
	rows: readonly RowAnswers[]
): PictureJson | null {
	if (rows.length < CORNERS_LEAST) return null;
	const line = (id: string) => ({
		label: labelOf(field, id),
		values: rows.map((cells) => numberIn(cells.get(id)))
	});
	const scale = field.columns.find((column) => column.id === picture.wanted);
	return {
		...{ kind: 'radar', label: field.label, most: scale?.kind === 'scale' ? scale.most : 10 },
		names: rows.map((cells) => wordsIn(cells.get(picture.name))),
		lines: [line(picture.wanted), line(picture.lived)]
	};
}

function arrowsOf(
	doc: Y.Doc,
	of: {
		field: FieldOf<'rows'>;
		picture: Extract<Picture, { kind: 'arrows' }>;
		shown: readonly Field[];
		rows: readonly RowAnswers[];
	}
): PictureJson | null {
	const from = of.field.columns.find((column) => column.id === of.picture.from);
	const options = from?.kind === 'choice' ? from.options : [];
	const arrows = of.rows.flatMap((cells) => {
		const [a, b] = [optionIn(cells.get(of.picture.from)), optionIn(cells.get(of.picture.to))];
		return a && b && a !== b ? [{ from: a, to: b, words: wordsIn(cells.get(of.picture.words)) }] : [];
	});
	if (arrows.length === 0) return null;
	// A box holds what the field of the same name says.
	const boxes = options.map(({ id, label }) => {
		const field = of.shown.find((one) => one.id === id);
		return { id, label, words: field ? linesOf(answerAt(doc, id, field)) : [] };
	});
	return { kind: 'arrows', label: of.field.label, boxes, arrows };
}

function squareOf(doc: Y.Doc, fields: readonly Field[]): PictureJson | null {
	const parts = fields.map((field) => {
		const rows = field.kind === 'rows' ? rowAnswers(doc, field, () => null) : [];
		const sums = field.kind === 'rows' ? field.sums : undefined;
		const first = field.kind === 'rows' ? field.columns[0]?.id : undefined;
		return {
			label: field.label,
			lines: rows.map((cells) => wordsIn(cells.get(first ?? ''))).filter(Boolean),
			sum: sums && rows.length ? rows.reduce((sum, cells) => sum + (numberIn(cells.get(sums)) ?? 0), 0) : null
		};
	});
	const isEmpty = parts.every(({ lines }) => lines.length === 0);
	return isEmpty ? null : { kind: 'square', label: 'All four sides', parts };
}

function labelOf(field: FieldOf<'rows'>, id: string): string {
	return field.columns.find((column) => column.id === id)?.label ?? '';
}

function numberIn(answer: Answer | undefined): number | null {
	return answer?.is === 'rating' ? answer.value : null;
}

function wordsIn(answer: Answer | undefined): string {
	return answer ? linesOf(answer).join(' ') : '';
}

function optionIn(answer: Answer | undefined): string | null {
	return answer?.is === 'chosen' ? (answer.options[0]?.id ?? null) : null;
}
