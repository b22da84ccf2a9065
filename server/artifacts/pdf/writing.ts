import { LINE, MARGIN, QUIET, type TaggedPdf } from './tagged-pdf.ts';

/** The blocks a page is made of. Sizes are in points. */

const HEADINGS = { 1: 22, 2: 15, 3: 12, 4: 11 } as const;
export type Level = keyof typeof HEADINGS;
/** What stands between a section's line and what is in it, in points. */
const SECTION_HEAD = 60;
const BODY = 11;
const SMALL = 9.5;
const INDENT = 12;
const CELL_PADDING = 4;

export function heading(pdf: TaggedPdf, level: Level, text: string): void {
	const size = HEADINGS[level];
	// A heading stays with what it heads.
	pdf.room(size * 4);
	pdf.text(`H${level}`, text, { size, bold: true });
	pdf.gap(level >= 3 ? 2 : 5);
}

export function paragraph(pdf: TaggedPdf, text: string, { quiet = false } = {}): void {
	pdf.text('P', text, quiet ? { size: SMALL, colour: QUIET } : { size: BODY });
	pdf.gap(4);
}

/** A heading and what stands under it, apart from what came before by a line. `first` is how high its first picture is. */
export function section(pdf: TaggedPdf, title: string, write: () => void, first = 30): void {
	pdf.gap(10);
	pdf.room(SECTION_HEAD + first);
	pdf.dress(() => ruled(pdf, pdf.doc.y));
	pdf.gap(10);
	pdf.within('Sect', () => {
		heading(pdf, 2, title);
		write();
	});
}

/** One item a line; `from` stands behind it, more quietly. */
export function list(pdf: TaggedPdf, items: readonly { words: string; from?: string }[]): void {
	if (items.length === 0) return;
	pdf.within('L', () => {
		for (const { words, from } of items) {
			pdf.within('LI', () => {
				pdf.text('LBody', words, { size: BODY, indent: INDENT });
				if (from) pdf.text('LBody', from, { size: SMALL, colour: QUIET, indent: INDENT });
				pdf.gap(4);
			});
		}
	});
}

/** A table stays on one page if it can; on each further page its head stands again, for the eye alone. */
export function table(pdf: TaggedPdf, head: readonly string[], rows: readonly (readonly string[])[]): void {
	const width = pdf.width / head.length;
	const inner = width - 2 * CELL_PADDING;
	const heightOf = (cells: readonly string[]) =>
		Math.max(...cells.map((cell) => pdf.heightOf(cell, { size: SMALL, width: inner }))) + 2 * CELL_PADDING;
	const look = (index: number, bold: boolean) => ({
		...{ size: SMALL, bold, width: inner },
		indent: index * width + CELL_PADDING
	});
	const row = (cells: readonly string[], writeCells: () => void) => {
		const bottom = pdf.doc.y + heightOf(cells);
		writeCells();
		pdf.dress(() => ruled(pdf, bottom));
		pdf.doc.y = bottom;
	};
	const cellsOf = (cells: readonly string[], tag: 'TH' | 'TD') => () => {
		const top = pdf.doc.y + CELL_PADDING;
		pdf.within('TR', () =>
			cells.forEach((cell, index) => {
				pdf.doc.y = top;
				const scope = tag === 'TH' ? { scope: 'Column' } : {};
				pdf.within(tag, () => pdf.text('P', cell, look(index, tag === 'TH')), scope);
			})
		);
	};
	const headAgain = () => {
		const y = pdf.doc.y + CELL_PADDING + SMALL;
		pdf.dress(() =>
			head.forEach((cell, index) =>
				pdf.label(cell, { x: MARGIN + look(index, true).indent, y }, look(index, true))
			)
		);
	};
	const total = [head, ...rows].reduce((sum, cells) => sum + heightOf(cells), 0);
	if (total <= pdf.height) pdf.room(total);
	pdf.within('Table', () => {
		row(head, cellsOf(head, 'TH'));
		for (const cells of rows) {
			if (pdf.room(heightOf(cells))) row(head, headAgain);
			row(cells, cellsOf(cells, 'TD'));
		}
	});
	pdf.gap(8);
}

/** A thin line from edge to edge. */
function ruled(pdf: TaggedPdf, y: number): void {
	pdf.doc
		.lineWidth(0.5)
		.strokeColor(LINE)
		.moveTo(MARGIN, y)
		.lineTo(MARGIN + pdf.width, y)
		.stroke();
}
