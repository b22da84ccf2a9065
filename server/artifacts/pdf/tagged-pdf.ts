import PDFDocument from 'pdfkit';
import type { FontName, Letters, Run } from './letters.ts';

type Tag =
	'Sect' | 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

export interface TextLook {
	size: number;
	bold?: boolean;
	colour?: string;
	/** From the left edge of the text, in points. */
	indent?: number;
	width?: number;
}

/** In points. */
export const MARGIN = 54;
export const LINE_GAP = 3;
export const INK = '#22302f';
export const QUIET = '#4c5957';
export const LINE = '#b9b2a3';

/** The library knows this one, and its types do not yet. */
const PDF_UA: object = { subset: 'PDF/UA' };

interface About {
	title: string;
	/** Left uncompressed, the text can be read by tests. */
	compress?: boolean;
}

/** A PDF for everyone: each thing in it has its tag, in reading order, and pictures have words (PDF/UA). */
export class TaggedPdf {
	readonly doc: PDFKit.PDFDocument;
	readonly #letters: Letters;
	readonly #open: PDFKit.PDFStructureElement[] = [];
	readonly #done: Promise<Buffer>;
	/** Whether some letter had no shape. */
	hasMissing = false;

	constructor(letters: Letters, { title, compress = true }: About) {
		this.#letters = letters;
		const options: PDFKit.PDFDocumentOptions = {
			...{
				size: 'A4',
				margin: MARGIN,
				bufferPages: true,
				compress,
				info: { Title: title, Producer: 'Hearth' }
			},
			...{ pdfVersion: '1.7', tagged: true, lang: 'en', displayTitle: true }
		};
		this.doc = new PDFDocument({ ...options, ...PDF_UA });
		const parts: Buffer[] = [];
		this.#done = new Promise((resolve, reject) => {
			this.doc.on('data', (part: Buffer) => parts.push(part));
			this.doc.on('end', () => resolve(Buffer.concat(parts)));
			this.doc.on('error', reject);
		});
		for (const [name, font] of letters.fonts) this.doc.registerFont(name, font);
		const root = this.doc.struct('Document');
		this.doc.addStructure(root);
		this.#open.push(root);
	}

	get width(): number {
		return this.doc.page.width - 2 * MARGIN;
	}

	/** Of the part that is written on. */
	get height(): number {
		return this.doc.page.height - 2 * MARGIN;
	}

	/** Puts everything that `write` writes under one tag. */
	within(
		tag: Tag,
		write: () => void,
		options: PDFKit.Mixins.StructureElementOptions & { scope?: string } = {}
	): void {
		const element = this.doc.struct(tag, options);
		this.#open.at(-1)!.add(element);
		this.#open.push(element);
		write();
		this.#open.pop();
		element.end();
	}

	text(tag: Tag, text: string, look: TextLook): void {
		const x = MARGIN + (look.indent ?? 0);
		const width = look.width ?? this.width - (look.indent ?? 0);
		const children = text.split('\n').flatMap((line) => {
			const runs = this.#letters.runsOf(line);
			return runs.map((run, index) => {
				const isFirst = index === 0;
				const options = { width, continued: index < runs.length - 1, lineGap: LINE_GAP };
				const draw = () =>
					this.#draw(run, look, { ...options, ...(isFirst ? { at: { x, y: this.doc.y } } : {}) });
				if (run.missing === null) return draw;
				this.hasMissing = true;
				return this.doc.struct('Span', { actual: run.missing }, draw);
			});
		});
		if (children.length > 0) this.#open.at(-1)!.add(this.doc.struct(tag, {}, children));
	}

	/** How high `text` will stand; letters of both fonts are about as wide. */
	heightOf(text: string, { size, width }: { size: number; width: number }): number {
		const words = (line: string) => this.#letters.runsOf(line).map((run) => run.words);
		const shown = text
			.split('\n')
			.map((line) => words(line).join('') || ' ')
			.join('\n');
		return this.doc
			.font(nameOf('atkinson', false))
			.fontSize(size)
			.heightOfString(shown, { width, lineGap: LINE_GAP });
	}

	/** A picture with its words, drawn with its top left corner at the place it is given. */
	figure(alt: string, height: number, draw: (x: number, y: number) => void): void {
		this.room(height);
		const { y } = this.doc;
		const bbox: [number, number, number, number] = [MARGIN, y, MARGIN + this.width, y + height];
		const options: PDFKit.Mixins.StructureElementOptions & { bbox: typeof bbox } = { alt, bbox };
		this.#open.at(-1)!.add(this.doc.struct('Figure', options, () => draw(MARGIN, y)));
		this.doc.x = MARGIN;
		this.doc.y = y + height;
	}

	/** Words at a place inside a picture; `y` is the line they stand on. */
	label(text: string, at: { x: number; y: number }, look: TextLook & { align?: 'center' | 'right' }): void {
		const runs = this.#letters.runsOf(text);
		const width = ({ family, words }: Run) =>
			this.doc.font(nameOf(family, look.bold)).fontSize(look.size).widthOfString(words);
		const total = runs.reduce((sum, run) => sum + width(run), 0);
		let x = at.x - (look.align === 'center' ? total / 2 : look.align === 'right' ? total : 0);
		for (const run of runs) {
			this.#draw(run, look, { at: { x, y: at.y }, lineBreak: false, baseline: 'alphabetic' });
			x += width(run);
		}
	}

	/** What only dresses the page, such as a line, is no part of what is read. */
	dress(draw: () => void): void {
		this.doc.markContent('Artifact', { type: 'Layout' });
		draw();
		this.doc.endMarkedContent();
	}

	/** Begins a new page unless there is room for so much, and says whether it did. */
	room(height: number): boolean {
		const isShort = this.doc.y + height > this.doc.page.height - MARGIN;
		if (isShort) this.doc.addPage();
		return isShort;
	}

	gap(height: number): void {
		this.doc.y += height;
	}

	finish(footer: string): Promise<Buffer> {
		for (const element of this.#open) element.end();
		const { start, count } = this.doc.bufferedPageRange();
		for (let page = start; page < start + count; page++) {
			this.doc.switchToPage(page);
			// The foot lies in the margin, where text would begin a new page.
			this.doc.page.margins.bottom = 0;
			this.doc.markContent('Artifact', { type: 'Pagination' });
			const y = this.doc.page.height - MARGIN / 2;
			this.label(footer, { x: MARGIN, y }, { size: 9, colour: QUIET });
			const right = { x: this.doc.page.width - MARGIN, y };
			this.label(`${page - start + 1} of ${count}`, right, { size: 9, colour: QUIET, align: 'right' });
			this.doc.endMarkedContent();
		}
		this.doc.end();
		return this.#done;
	}

	#draw(
		{ family, words }: Run,
		{ size, bold, colour = INK }: TextLook,
		{ at, ...options }: PDFKit.Mixins.TextOptions & { at?: { x: number; y: number } }
	): void {
		this.doc.font(nameOf(family, bold)).fontSize(size).fillColor(colour);
		if (at) this.doc.text(words, at.x, at.y, options);
		else this.doc.text(words, options);
	}
}

function nameOf(family: Run['family'], bold = false): FontName {
	return `${family}-${bold ? 'bold' : 'regular'}`;
}
